import { pictureLimit } from '../pictureLimit.ts'

/** How much is taken and waited for. Times in milliseconds. */
export interface FetchLimits {
  /** Bytes of a picture, after decompression. */
  readonly bytes: number
  readonly redirects: number
  /** For finding the address and connecting to it. */
  readonly connectTime: number
  /** Without any answer, or between two pieces of one. */
  readonly stallTime: number
  /** For everything, redirects included, however steadily a little comes. */
  readonly totalTime: number
}

export const defaultFetchLimits: FetchLimits = {
  bytes: pictureLimit,
  redirects: 5,
  connectTime: 10_000,
  stallTime: 15_000,
  totalTime: 60_000,
}
