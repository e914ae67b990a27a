import { crc32, deflateSync } from 'node:zlib'

interface Picture {
  readonly width: number
  readonly height: number
  /** Row after row, three bytes for each pixel (red, green, blue), or four (with opacity). */
  readonly pixels: Uint8Array
}

interface PngForm {
  readonly bytesPerPixel: 3 | 4
  /** From 0, which gives the same bytes on every machine, to 9, the smallest. */
  readonly compression: number
}

/** A PNG file (ISO/IEC 15948). */
export function encodePng({ width, height, pixels }: Picture, { bytesPerPixel, compression }: PngForm): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, bytesPerPixel === 3 ? 2 : 6], 8)
  const rowBytes = width * bytesPerPixel
  const rows = Array.from({ length: height }, (_, row) =>
    Buffer.concat([Buffer.from([0]), pixels.subarray(row * rowBytes, (row + 1) * rowBytes)]),
  )
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: compression })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, content: Buffer): Buffer {
  const typeAndContent = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  checksum.writeUInt32BE(crc32(typeAndContent))
  return Buffer.concat([length, typeAndContent, checksum])
}
