import { createHash } from 'node:crypto'
import { portraitOf } from '../fakes/portraits.ts'

/** A JPEG file of 20 KB, always the same for the same name and another one for another. */
export function pictureOf(name: string): Buffer {
  return portraitOf(createHash('shake256', { outputLength: 10_000 }).update(name).digest('hex'))
}
