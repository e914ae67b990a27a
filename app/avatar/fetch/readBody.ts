import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Dispatcher } from 'undici'
import { countBytes } from '../pictureLimit.ts'
import type { PictureProblem } from '../pictureProblem.ts'

export type ReadBody =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  | { readonly kind: 'refused'; readonly problem: PictureProblem }

/** What compressing may add to what cannot be compressed. */
const compressionOverhead = 4096

const decompressors = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const

/**
 * Reads the body of an answer, decompressed, and stops at the first byte over the limit: neither a Content-Length that
 * lies nor a body that unpacks to gigabytes ever fills the memory. Rejects with what the connection or the decompression
 * failed of.
 */
export async function readBody(response: Dispatcher.ResponseData, uri: string, limit: number): Promise<ReadBody> {
  const { body, headers } = response
  const problem = (parts: Pick<PictureProblem, 'code' | 'message' | 'remedy'>): ReadBody => {
    body.on('error', () => {}).destroy()
    return { kind: 'refused', problem: { side: 'directory', place: uri, ...parts } }
  }
  const tooLarge = (sentence: string): ReadBody =>
    problem({
      code: 'too-large',
      message: `The picture has ${sentence}; at most ${countBytes(limit)} are taken.`,
      remedy: 'Put a smaller picture there; 96 × 96 pixels are enough for most uses.',
    })
  const announced = Number(headers['content-length'])
  if (announced > limit + compressionOverhead) return tooLarge(countBytes(announced))
  const encoding = String(headers['content-encoding'] ?? 'identity')
    .trim()
    .toLowerCase()
  if (encoding !== 'identity' && !isKnown(encoding)) {
    return problem({
      code: 'unknown-encoding',
      message: `The picture comes compressed as "${encoding.slice(0, 40)}", which is not understood.`,
      remedy: 'Switch off compression for pictures at the server: it gains nothing there.',
    })
  }
  const pieces: Buffer[] = []
  const received = upTo(limit + compressionOverhead)
  const unpacked = upTo(limit, pieces)
  try {
    if (encoding === 'identity') await pipeline(body, unpacked)
    else await pipeline(body, received, decompressors[encoding](), unpacked)
  } catch (error) {
    if (error instanceof OverLimit) return tooLarge(`more than ${countBytes(limit)}`)
    throw error
  }
  return { kind: 'whole', bytes: Buffer.concat(pieces) }
}

function isKnown(encoding: string): encoding is keyof typeof decompressors {
  return Object.hasOwn(decompressors, encoding)
}

class OverLimit extends Error {
  override readonly name = 'OverLimit'
}

/** Lets at most so many bytes through, or into `kept`; fails with OverLimit at the next one. */
function upTo(limit: number, kept?: Buffer[]): Transform {
  let count = 0
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      count += piece.length
      if (count > limit) return done(new OverLimit())
      if (!kept) return done(null, piece)
      kept.push(piece)
      done()
    },
  })
}
