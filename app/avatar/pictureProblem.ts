import { ConnectorError, type Side } from '../model/error.ts'

/** Why there is no picture: what a run reports of one person, and goes on (DC-72). */
export interface PictureProblem {
  /** A resource server counts as directory: it is where pictures are read. */
  readonly side: Exclude<Side, 'store'>
  readonly code: PictureProblemCode
  /** Ends in a full stop. Never holds a password or more of an answer than its kind. */
  readonly message: string
  readonly remedy: string
  /** The address that was asked, or the attribute. */
  readonly place: string
}

export type PictureProblemCode =
  | 'no-value'
  | 'no-match'
  | 'unsafe-value'
  | 'address-refused'
  | 'name-not-found'
  | 'unreachable'
  | 'untrusted-certificate'
  | 'redirect-refused'
  | 'too-many-redirects'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'unavailable'
  | 'unexpected-answer'
  | 'unknown-encoding'
  | 'cut-off'
  | 'time-out'
  | 'too-large'
  | 'not-a-picture'
  | 'broken-picture'

/** The same as an error, for whoever asked for this one picture. */
export function pictureError(problem: PictureProblem, place = problem.place): ConnectorError {
  return new ConnectorError({ ...problem, place })
}
