import { crc32, deflateSync } from 'node:zlib'
import type { Image } from './image.ts'

/** A PNG file (ISO/IEC 15948). Nothing is compressed: compression gives other bytes on other machines. */
export function encodePng({ width, height, pixels }: Image): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  const rows = Array.from({ length: height }, (_, row) => [
    0,
    ...pixels.subarray(row * width * 3, (row + 1) * width * 3),
  ])
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()), { level: 0 })),
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
