import { cutOff, type Structure } from './picture.ts'

const header = 13
const imageBlock = 0x2c
const extensionBlock = 0x21
const trailer = 0x3b

/** Walks the blocks of a GIF file (GIF89a, section 13 and on) up to its trailer. */
export function readGif(bytes: Buffer): Structure {
  if (bytes.length < header) return cutOff
  const size: Structure = { kind: 'whole', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
  let images = 0
  for (let at = header + colorTable(bytes[10] ?? 0); at < bytes.length; ) {
    switch (bytes[at]) {
      case trailer:
        return images > 0 ? size : { kind: 'broken', problem: 'ends without any image' }
      case extensionBlock:
        at = afterSubBlocks(bytes, at + 2)
        break
      case imageBlock:
        images += 1
        at = afterSubBlocks(bytes, at + 11 + colorTable(bytes[at + 9] ?? 0))
        break
      default:
        return { kind: 'broken', problem: `has an unknown block at byte ${at}` }
    }
  }
  return cutOff
}

/** Bytes of the colour table that the packed field of a header announces. */
function colorTable(packed: number): number {
  return (packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 0x07) + 1)
}

function afterSubBlocks(bytes: Buffer, start: number): number {
  let at = start
  for (let length = bytes[at]; length !== undefined && length > 0; length = bytes[at]) at += 1 + length
  return at + 1
}
