import { extent, type Shape } from './shapes.ts'

export interface Layer {
  readonly shape: Shape
  /** `#rrggbb`, or two of them: from the top to the bottom. */
  readonly colour: string | readonly [top: string, bottom: string]
}

/** Points looked at for each pixel, in each direction: small pictures need more to look even. */
const samplesOf = (size: number): number => (size <= 64 ? 8 : 3)

/** The layers from back to front, `size` pixels wide and high: four bytes each, red, green, blue and opacity. */
export function paint(layers: readonly Layer[], size: number): Uint8Array {
  const pixels = new Uint8Array(size * size * 4)
  const samples = samplesOf(size)
  const step = extent / size / samples
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const sum = [0, 0, 0]
      let covered = 0
      for (let sample = 0; sample < samples * samples; sample += 1) {
        const x = (column * samples + (sample % samples) + 0.5) * step
        const y = (row * samples + Math.floor(sample / samples) + 0.5) * step
        const layer = layers.findLast(({ shape }) => shape(x, y))
        if (layer === undefined) continue
        covered += 1
        for (const [channel, value] of colourAt(layer.colour, y).entries()) sum[channel] = (sum[channel] ?? 0) + value
      }
      const opacity = Math.round((covered / samples / samples) * 255)
      const colour = sum.map((value) => (covered === 0 ? 0 : Math.round(value / covered)))
      pixels.set([...colour, opacity], (row * size + column) * 4)
    }
  }
  return pixels
}

function colourAt(colour: Layer['colour'], y: number): readonly number[] {
  if (typeof colour === 'string') return channelsOf(colour)
  const [top, bottom] = colour.map(channelsOf)
  return (top ?? []).map((value, channel) => value + (((bottom?.[channel] ?? value) - value) * y) / extent)
}

function channelsOf(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}
