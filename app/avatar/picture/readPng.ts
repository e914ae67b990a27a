import { crc32 } from 'node:zlib'
import { cutOff, type Structure } from './picture.ts'

const signatureLength = 8

/** Walks the chunks of a PNG file (ISO/IEC 15948, clause 5), with their check sums, up to its end. */
export function readPng(bytes: Buffer): Structure {
  let size: Structure | null = null
  let data = 0
  for (let at = signatureLength; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const end = at + 8 + length
    if (end + 4 > bytes.length) return cutOff
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end))
      return { kind: 'broken', problem: `has a wrong check sum at byte ${end}` }
    if ((size === null) !== (type === 'IHDR') || (type === 'IHDR' && length !== 13))
      return { kind: 'broken', problem: 'does not begin with its header' }
    if (type === 'IHDR')
      size = { kind: 'whole', width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) }
    if (type === 'IDAT') data += length
    if (type === 'IEND') return size && data > 0 ? size : { kind: 'broken', problem: 'ends without any image' }
    at = end + 4
  }
  return cutOff
}
