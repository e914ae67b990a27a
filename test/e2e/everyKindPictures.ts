import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

const fixtures = join(import.meta.dirname, '../fixtures/pictures')

const fixture = (name: string) => readFileSync(join(fixtures, name))

/** Real pictures of every type that is taken, and one that is cut off. */
export const pictures = {
  jpeg: fixture('baseline.jpg'),
  otherJpeg: fixture('progressive.jpg'),
  png: fixture('plain.png'),
  gif: fixture('plain.gif'),
  bmp: fixture('plain.bmp'),
  /** 90 KB, which Active Directory just takes: thumbnailPhoto has at most 100 KB. */
  large: noisePng(173, 1),
  broken: noisePng(20, 2).subarray(0, 700),
} as const

/** A square PNG of 24 bits that hardly compresses: 3 bytes for each pixel. The same for equal arguments. */
export function noisePng(side: number, seed: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc(side * (1 + 3 * side))
  let state = seed
  for (let index = 0; index < rows.length; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    // The first byte of a row names its filter: none.
    rows[index] = index % (1 + 3 * side) === 0 ? 0 : state >>> 24
  }
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
