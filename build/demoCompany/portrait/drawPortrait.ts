import type { Image } from './image.ts'

/** Colours are `#rrggbb`. */
export interface Look {
  readonly backdrop: string
  readonly clothes: string
  readonly skin: string
  readonly hair: string
  readonly hairStyle: 'short' | 'long' | 'bun' | 'none'
  readonly glasses: 'worn' | 'none'
}

interface Layer {
  readonly colour: string
  readonly covers: Shape
}

/** Whether a point belongs to it; the picture is 128 wide and high, and y grows downwards. */
type Shape = (x: number, y: number) => boolean

const extent = 128
/** Points looked at for each pixel, in each direction. */
const samples = 2

/** A stylised face, `size` pixels wide and high. */
export function drawPortrait(look: Look, size: number): Image {
  const layers = layersOf(look).map(({ colour, covers }) => ({ covers, rgb: parseColour(colour) }))
  const backdrop = parseColour(look.backdrop)
  const pixels = new Uint8Array(size * size * 3)
  const step = extent / size / samples
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const sum = [0, 0, 0]
      for (let sample = 0; sample < samples * samples; sample += 1) {
        const x = (column * samples + (sample % samples) + 0.5) * step
        const y = (row * samples + Math.floor(sample / samples) + 0.5) * step
        const rgb = layers.findLast(({ covers }) => covers(x, y))?.rgb ?? lit(backdrop, x, y)
        rgb.forEach((value, channel) => {
          sum[channel] = (sum[channel] ?? 0) + value
        })
      }
      pixels.set(
        sum.map((value) => Math.round(value / samples / samples)),
        (row * size + column) * 3,
      )
    }
  }
  return { width: size, height: size, pixels }
}

/** From the back to the front. */
function layersOf(look: Look): readonly Layer[] {
  const head = ellipse(64, 60, 25, 31)
  const dark = '#2b2422'
  const bothSides = (shape: (side: number) => Shape) => either(shape(-1), shape(1))
  const hair: Record<Look['hairStyle'], Shape> = {
    none: nowhere,
    short: nowhere,
    long: either(ellipse(64, 56, 33, 37), (x, y) => Math.abs(x - 64) < 33 && y > 56 && y < 98),
    bun: ellipse(64, 21, 13, 11),
  }
  const fringe: Shape = (x, y) => ellipse(64, 58, 27, 34)(x, y) && y < 42 + (x - 64) * 0.12
  return [
    { colour: look.hair, covers: hair[look.hairStyle] },
    { colour: look.clothes, covers: ellipse(64, 138, 50, 40) },
    { colour: shade(look.skin, 0.86), covers: (x, y) => Math.abs(x - 64) < 11 && y > 80 && y < 108 },
    { colour: look.skin, covers: bothSides((side) => ellipse(64 + side * 25, 62, 5, 8)) },
    { colour: look.skin, covers: head },
    { colour: look.hair, covers: look.hairStyle === 'none' ? nowhere : fringe },
    { colour: shade(look.hair, 0.7), covers: bothSides((side) => ellipse(64 + side * 11, 52, 6, 1.6)) },
    { colour: '#ffffff', covers: bothSides((side) => ellipse(64 + side * 11, 60, 5, 3.4)) },
    { colour: dark, covers: bothSides((side) => ellipse(64 + side * 11, 60, 2.6, 2.9)) },
    { colour: shade(look.skin, 0.8), covers: ellipse(64, 70, 3.4, 2.2) },
    { colour: '#a8483f', covers: without(ellipse(64, 76, 10, 6.5), ellipse(64, 73, 11, 6)) },
    {
      colour: dark,
      covers:
        look.glasses === 'none'
          ? nowhere
          : either(
              bothSides((side) => without(ellipse(64 + side * 11, 60, 9, 8), ellipse(64 + side * 11, 60, 7.6, 6.6))),
              (x, y) => Math.abs(x - 64) < 3 && Math.abs(y - 59) < 1,
            ),
    },
  ]
}

const nowhere: Shape = () => false

function ellipse(centreX: number, centreY: number, radiusX: number, radiusY: number): Shape {
  return (x, y) => ((x - centreX) / radiusX) ** 2 + ((y - centreY) / radiusY) ** 2 < 1
}

function either(one: Shape, other: Shape): Shape {
  return (x, y) => one(x, y) || other(x, y)
}

function without(whole: Shape, part: Shape): Shape {
  return (x, y) => whole(x, y) && !part(x, y)
}

/** The backdrop, lit from the upper left. */
function lit(rgb: readonly number[], x: number, y: number): readonly number[] {
  return rgb.map((value) => Math.min(255, value * (1.15 - (x + y) / extent / 5)))
}

function shade(colour: string, brightness: number): string {
  const channels = parseColour(colour).map((value) => Math.round(value * brightness))
  return `#${Buffer.from(channels).toString('hex')}`
}

function parseColour(colour: string): readonly number[] {
  return [...Buffer.from(colour.slice(1), 'hex')]
}
