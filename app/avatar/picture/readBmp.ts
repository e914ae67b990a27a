import { cutOff, type Structure } from './picture.ts'

const bitDepths: ReadonlySet<number> = new Set([1, 4, 8, 16, 24, 32])
const uncompressed: ReadonlySet<number> = new Set([0, 3, 6])
const runLength: ReadonlySet<number> = new Set([1, 2])

/** Looks at the headers of a BMP file, and whether all its rows are there. */
export function readBmp(bytes: Buffer): Structure {
  if (bytes.length < 26) return cutOff
  const pixels = bytes.readUInt32LE(10)
  const headerLength = bytes.readUInt32LE(14)
  const isCore = headerLength === 12
  if (!isCore && (headerLength < 40 || headerLength > 124))
    return { kind: 'broken', problem: `has a header of ${headerLength} bytes, which no BMP has` }
  if (bytes.length < 14 + headerLength) return cutOff
  const width = isCore ? bytes.readUInt16LE(18) : bytes.readInt32LE(18)
  // A negative height says that the rows come from top to bottom.
  const height = isCore ? bytes.readUInt16LE(20) : Math.abs(bytes.readInt32LE(22))
  const depth = bytes.readUInt16LE(isCore ? 24 : 28)
  const compression = isCore ? 0 : bytes.readUInt32LE(30)
  if (!bitDepths.has(depth)) return { kind: 'broken', problem: `has ${depth} bits for each pixel, which no BMP has` }
  if (pixels < 14 + headerLength) return { kind: 'broken', problem: 'has its pixels inside its header' }
  if (uncompressed.has(compression)) {
    const row = Math.ceil((width * depth) / 32) * 4
    if (pixels + row * height > bytes.length) return cutOff
  } else if (runLength.has(compression)) {
    const length = bytes.readUInt32LE(34)
    if (length === 0 || pixels + length > bytes.length) return cutOff
  } else return { kind: 'broken', problem: `has the compression ${compression}, which few programs can show` }
  return { kind: 'whole', width, height }
}
