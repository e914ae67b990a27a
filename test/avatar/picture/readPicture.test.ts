import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { readPicture } from '../../../app/avatar/picture/readPicture.ts'

const file = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures/pictures', name))
const read = (bytes: Buffer) => readPicture(bytes, 'thumbnailPhoto')

/** All are 24 × 18 pixels, made by ImageMagick. */
const whole = [
  ['baseline.jpg', 'JPEG', 'image/jpeg'],
  ['progressive.jpg', 'JPEG', 'image/jpeg'],
  ['restarts.jpg', 'JPEG', 'image/jpeg'],
  ['plain.png', 'PNG', 'image/png'],
  ['interlaced.png', 'PNG', 'image/png'],
  ['plain.gif', 'GIF', 'image/gif'],
  ['animated.gif', 'GIF', 'image/gif'],
  ['plain.bmp', 'BMP', 'image/bmp'],
  ['runs.bmp', 'BMP', 'image/bmp'],
  ['core.bmp', 'BMP', 'image/bmp'],
] as const

describe('a picture', () => {
  test.each(whole)('%s is known by its content', (name, type, mediaType) => {
    const bytes = file(name)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(read(bytes)).toEqual({ kind: 'picture', picture: { type, mediaType, width: 24, height: 18, bytes, sha256 } })
  })

  test.each(whole)('%s is refused wherever it is cut off', (name, type) => {
    const bytes = file(name)
    for (let length = 0; length < bytes.length; length++) {
      const cut = read(bytes.subarray(0, length))
      const code = length < 8 ? expect.stringMatching(/^(not-a|broken)-picture$/) : 'broken-picture'
      expect([length, cut]).toEqual([length, { kind: 'refused', problem: expect.objectContaining({ code }) }])
    }
    expect(read(bytes.subarray(0, 60))).toMatchObject({
      problem: { message: expect.stringContaining(`The ${type} picture of 60 bytes`) },
    })
  })

  test('a PNG with a changed byte is refused', () => {
    const bytes = file('plain.png')
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ change
        expect(read(changed).kind).toBe('refused')
      }),
    )
  })

  test('what follows the end of a JPEG does not matter', () => {
    expect(read(Buffer.concat([file('baseline.jpg'), Buffer.from('more')]))).toMatchObject({ picture: { width: 24 } })
  })

  test.each([
    ['a WebP picture', file('other.webp')],
    ['a TIFF picture', file('other.tiff')],
    ['an icon', file('other.ico')],
    ['a HEIC picture', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0')],
    ['an AVIF picture', Buffer.from('\0\0\0\x18ftypavif\0\0\0\0')],
    ['an SVG picture', Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>')],
    [
      'a web page (perhaps one to sign in)',
      Buffer.from('\ufeff\r\n<!DOCTYPE html>\n<html><body>Sign in</body></html>'),
    ],
    ['an XML file', Buffer.from('<?xml version="1.0"?><a/>')],
    ['JSON', Buffer.from('{"error":"not found"}')],
    ['a PDF file', Buffer.from('%PDF-1.7\n')],
    ['a ZIP archive or an Office document', Buffer.from('PK\x03\x04')],
    ['a data URI', Buffer.from('data:image/png;base64,AAAA')],
    ['text', Buffer.from('Grüße\n')],
    ['unknown data that begins with 00010203', Buffer.from([0, 1, 2, 3, 4])],
  ])('%s is refused as what it seems to be', (what, bytes) => {
    expect(read(bytes)).toMatchObject({
      kind: 'refused',
      problem: {
        side: 'directory',
        code: 'not-a-picture',
        message: `This is not a JPEG, PNG, GIF or BMP picture: it seems to be ${what}.`,
        place: 'thumbnailPhoto',
      },
    })
  })

  test('nothing, too much, and no pixels are refused', () => {
    expect(read(Buffer.alloc(0))).toMatchObject({ problem: { code: 'not-a-picture' } })
    const limit = 2 * 1024 * 1024
    const padded = (length: number) => Buffer.concat([file('baseline.jpg'), Buffer.alloc(length)]).subarray(0, length)
    expect(read(padded(limit))).toMatchObject({ kind: 'picture' })
    expect(read(padded(limit + 1))).toMatchObject({
      problem: { code: 'too-large', message: 'The picture has 2,097,153 bytes; at most 2,097,152 bytes are taken.' },
    })
    const flat = Buffer.from(file('plain.gif'))
    flat.writeUInt16LE(0, 6)
    expect(read(flat)).toMatchObject({
      problem: { code: 'broken-picture', message: expect.stringContaining('0 × 18') },
    })
  })

  test('any bytes, and any damage, are a picture or refused', () => {
    const damaged = fc
      .tuple(fc.constantFrom(...whole), fc.array(fc.tuple(fc.nat(1400), fc.nat(255)), { maxLength: 8 }))
      .map(([[name], changes]) => {
        const bytes = Buffer.from(file(name))
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
        return bytes
      })
    fc.assert(
      fc.property(fc.oneof(damaged, fc.uint8Array().map(Buffer.from)), (bytes) => {
        expect(['picture', 'refused']).toContain(read(Buffer.from(bytes)).kind)
      }),
      { numRuns: 3000 },
    )
  })
})
