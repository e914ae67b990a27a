import type { TrayLight } from '../../../main/desktop/serviceView.ts'
import type { Layer } from './paint.ts'
import { disc, either, polygon, ring, roundedSquare, type Shape, stroke } from './shapes.ts'

const white = '#ffffff'

/** The program: a directory's tree at the left, whose entries all lead to one place at the right. */
export const program: readonly Layer[] = [
  { shape: roundedSquare(2, 14), colour: ['#2f7fd1', '#134a8e'] },
  {
    shape: either(...[16, 32, 48].map((y) => stroke(18, y, 44, 32, 2.6)), stroke(18, 16, 18, 48, 2.6)),
    colour: '#a9cdf2',
  },
  { shape: either(...[16, 32, 48].map((y) => disc(18, y, 5.6))), colour: white },
  { shape: disc(44, 32, 11), colour: white },
  { shape: either(stroke(38.8, 32.4, 42.6, 36.2, 3.2), stroke(42.6, 36.2, 49.6, 28.4, 3.2)), colour: '#1b5fae' },
]

/** How all is, for the place beside the clock: each light has a colour and a shape of its own. */
export const trayLights: Readonly<Record<TrayLight, readonly Layer[]>> = {
  equal: light('#107c10', disc(32, 32, 30), either(stroke(18, 33, 28, 43, 8), stroke(28, 43, 46, 22, 8))),
  running: light('#0f6cbd', disc(32, 32, 30), polygon(29, 32, 18, 3, 0)),
  waiting: light('#5c6b7a', disc(32, 32, 30), either(stroke(24, 21, 24, 43, 8), stroke(40, 21, 40, 43, 8))),
  halted: light('#c05c00', polygon(32, 32, 32, 8, Math.PI / 8), either(stroke(32, 16, 32, 34, 8), disc(32, 47, 5))),
  failed: light('#c4262e', roundedSquare(3, 10), either(stroke(20, 20, 44, 44, 8), stroke(44, 20, 20, 44, 8))),
  absent: [{ shape: ring(32, 32, 26, 8), colour: '#8a8886' }],
}

function light(colour: string, ground: Shape, sign: Shape): readonly Layer[] {
  return [
    { shape: ground, colour },
    { shape: sign, colour: white },
  ]
}
