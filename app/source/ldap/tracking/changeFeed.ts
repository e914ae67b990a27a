import type { TrackingMethod } from '../../../model/watermark.ts'
import type { ChangeEvent } from '../../tracking.ts'

/** What a feed tells: events of a tracking, with its own position in place of the watermark. */
export type FeedEvent =
  | Exclude<ChangeEvent, { readonly kind: 'end' }>
  | { readonly kind: 'end'; readonly position: string; readonly deletions: 'told' | 'untold' }

/** One way in which one server tells what changed. Rejects with ConnectionLostError when the server is lost. */
export interface ChangeFeed {
  readonly method: TrackingMethod
  /** For the administrator: one or two sentences. */
  readonly explanation: string
  /** The present position; understood by the same kind of feed alone. */
  position(): Promise<string>
  /** Ends with one `end` or `lost`. After a gap, `end` gives back the position that was asked from. */
  changesSince(position: string): AsyncIterable<FeedEvent>
}

/** A position that cannot be understood. */
export const unreadablePosition: FeedEvent = {
  kind: 'lost',
  message: 'The stored position of the last sync cannot be understood any more.',
}
