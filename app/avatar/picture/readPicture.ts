import { createHash } from 'node:crypto'
import { countBytes, pictureLimit } from '../pictureLimit.ts'
import type { PictureProblem } from '../pictureProblem.ts'
import type { Picture, PictureType, Structure } from './picture.ts'
import { readBmp } from './readBmp.ts'
import { readGif } from './readGif.ts'
import { readJpeg } from './readJpeg.ts'
import { readPng } from './readPng.ts'
import { seemsToBe } from './seemsToBe.ts'

export type ReadPicture =
  | { readonly kind: 'picture'; readonly picture: Picture }
  | { readonly kind: 'refused'; readonly problem: PictureProblem }

interface Format {
  readonly type: PictureType
  readonly mediaType: string
  /** Its first bytes, as Latin-1. */
  readonly magic: string
  readonly read: (bytes: Buffer) => Structure
}

const formats: readonly Format[] = [
  { type: 'JPEG', mediaType: 'image/jpeg', magic: '\xff\xd8\xff', read: readJpeg },
  { type: 'PNG', mediaType: 'image/png', magic: '\x89PNG\r\n\x1a\n', read: readPng },
  { type: 'GIF', mediaType: 'image/gif', magic: 'GIF87a', read: readGif },
  { type: 'GIF', mediaType: 'image/gif', magic: 'GIF89a', read: readGif },
  { type: 'BMP', mediaType: 'image/bmp', magic: 'BM', read: readBmp },
]

/**
 * Takes bytes for the picture that they are by their content (DC-72): JPEG, PNG, GIF or BMP up to 2 MB with at least one
 * pixel, whole up to its end. The pixels themselves are not decoded. `place` is where the bytes were found.
 */
export function readPicture(bytes: Buffer, place: string): ReadPicture {
  const refused = (code: PictureProblem['code'], message: string, remedy: string): ReadPicture => ({
    kind: 'refused',
    problem: { side: 'directory', code, message, remedy, place },
  })
  if (bytes.length > pictureLimit) {
    const message = `The picture has ${countBytes(bytes.length)}; at most ${countBytes(pictureLimit)} are taken.`
    return refused('too-large', message, 'Put a smaller picture there; 96 × 96 pixels are enough for most uses.')
  }
  const remedy = 'Put a JPEG, PNG, GIF or BMP picture there.'
  if (bytes.length === 0) return refused('not-a-picture', 'There is nothing in the picture: it has 0 bytes.', remedy)
  const beginning = bytes.toString('latin1', 0, 8)
  const format = formats.find(({ magic }) => beginning.startsWith(magic))
  if (!format) {
    const message = `This is not a JPEG, PNG, GIF or BMP picture: it seems to be ${seemsToBe(bytes)}.`
    return refused('not-a-picture', message, remedy)
  }
  const { type, mediaType, read } = format
  const structure = read(bytes)
  const broken = (problem: string) =>
    refused('broken-picture', `The ${type} picture of ${countBytes(bytes.length)} ${problem}.`, 'Put it there again.')
  if (structure.kind === 'broken') return broken(structure.problem)
  const { width, height } = structure
  if (width < 1 || height < 1) return broken(`has a size of ${width} × ${height} pixels`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { kind: 'picture', picture: { type, mediaType, width, height, bytes, sha256 } }
}
