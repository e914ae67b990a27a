import type { PictureOutcome } from '../avatar/pictureSource.ts'
import type { FoundPicture } from '../state/pictures.ts'
import type { Scope } from './scope.ts'

/** Reasons that mean that somebody simply has no picture. */
const absences: ReadonlySet<string> = new Set(['no-value', 'no-match', 'not-found'])

/**
 * What is to be made of a source's answer for one person (DC-72): a picture, none, or one that cannot be used.
 * @param as in which form pictures are sent: of a link the address counts, of everything else the bytes
 */
export function foundPicture(outcome: PictureOutcome, as: Scope['pictures']): FoundPicture {
  switch (outcome.kind) {
    case 'picture': {
      const { picture, origin } = outcome
      const { mediaType, bytes, sha256 } = picture
      const value = as === 'links' && origin.kind === 'server' ? origin.uri : `sha256:${sha256}`
      return { kind: 'picture', photo: { value, mediaType, size: bytes.length }, bytes }
    }
    case 'not-modified':
      return { kind: 'as-known' }
    case 'refused': {
      const { code, message, remedy } = outcome.problem
      if (absences.has(code)) return { kind: 'none' }
      return { kind: 'refused', code, problem: message, remedy }
    }
  }
}
