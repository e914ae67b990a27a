import { cutOff, type Structure } from './picture.ts'

const startOfFrame: ReadonlySet<number> = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
])
const endOfImage = 0xd9
const startOfScan = 0xda

/** Walks the markers of a JPEG file (ITU-T T.81, annex B) up to its end; what follows the end does not count. */
export function readJpeg(bytes: Buffer): Structure {
  let size: Structure | null = null
  let scans = 0
  for (let at = 2; at < bytes.length; ) {
    if (bytes[at] !== 0xff) return { kind: 'broken', problem: `has no marker at byte ${at}` }
    const marker = bytes[at + 1]
    if (marker === undefined) return cutOff
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === endOfImage) return size && scans > 0 ? size : { kind: 'broken', problem: 'ends without any image' }
    if (isAlone(marker)) {
      at += 2
      continue
    }
    if (at + 4 > bytes.length) return cutOff
    const length = bytes.readUInt16BE(at + 2)
    const next = at + 2 + length
    if (length < 2) return { kind: 'broken', problem: `has an impossible segment at byte ${at}` }
    if (next > bytes.length) return cutOff
    if (startOfFrame.has(marker)) {
      if (length < 8) return { kind: 'broken', problem: `has an impossible segment at byte ${at}` }
      size = { kind: 'whole', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    }
    if (marker === startOfScan) scans += 1
    at = marker === startOfScan ? endOfScan(bytes, next) : next
  }
  return cutOff
}

/** Where the next marker begins that does not belong to the compressed data. */
function endOfScan(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1]
    if (marker !== undefined && marker !== 0x00 && marker !== 0xff && !isRestart(marker)) return at
  }
  return bytes.length
}

function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7
}

function isAlone(marker: number): boolean {
  return isRestart(marker) || marker === 0x01 || marker === 0xd8
}
