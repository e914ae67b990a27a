import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const file = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/pictures', name))

/** A whole picture of each type. */
export const portraits = {
  jpeg: file('baseline.jpg'),
  png: file('plain.png'),
  gif: file('plain.gif'),
  bmp: file('plain.bmp'),
} as const

/** A whole JPEG picture, always the same for the same text and another one for another. */
export function portraitOf(text: string): Buffer {
  const comment = Buffer.from(text, 'utf8')
  const marker = Buffer.from([0xff, 0xfe, (comment.length + 2) >> 8, (comment.length + 2) & 0xff])
  return Buffer.concat([portraits.jpeg.subarray(0, 2), marker, comment, portraits.jpeg.subarray(2)])
}
