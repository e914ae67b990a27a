import type { Image } from './image.ts'

const greys = 128
const clear = greys
const end = greys + 1
/** The table is cleared before codes would need a ninth bit, so that every code is a byte. */
const mostBetweenClears = 120

/** A GIF file (GIF89a) in 128 shades of grey. */
export function encodeGif({ width, height, pixels }: Image): Uint8Array {
  const header = Buffer.from('GIF89a\0\0\0\0\xf6\0\0', 'latin1')
  header.writeUInt16LE(width, 6)
  header.writeUInt16LE(height, 8)
  const codes = Array.from({ length: width * height }, (_, index) => {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(index * 3)
    const grey = Math.floor((red * 3 + green * 6 + blue) / 20)
    return index % mostBetweenClears === 0 ? [clear, grey] : [grey]
  }).flat()
  codes.push(end)
  const blocks: number[] = []
  for (let at = 0; at < codes.length; at += 255) {
    const block = codes.slice(at, at + 255)
    blocks.push(block.length, ...block)
  }
  const palette = Array.from({ length: greys }, (_, grey) => [grey * 2, grey * 2, grey * 2]).flat()
  const place = [0, 0, 0, 0, width & 255, width >> 8, height & 255, height >> 8, 0]
  return Buffer.concat([header, Buffer.from([...palette, 0x2c, ...place, 7, ...blocks, 0, 0x3b])])
}
