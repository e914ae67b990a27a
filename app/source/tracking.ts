import type { Anchor } from '../model/anchor.ts'
import type { Gap } from '../model/gap.ts'
import type { TrackingMethod, Watermark } from '../model/watermark.ts'
import type { ReadEvent, ReadRequest } from './source.ts'

/** An entry and the place where it is now. */
export interface Location {
  readonly anchor: Anchor
  readonly dn: string
}

/**
 * What is told about changes since a watermark. Entries of every class come, people or not, inside the bases or not:
 * a container that was renamed, a group that decides who is selected. The same entry may come several times.
 */
export type ChangeEvent =
  /** Something about these entries is different, or may be; what it is has to be read. */
  | { readonly kind: 'changed'; readonly entries: readonly Location[] }
  /** These entries are deleted. */
  | { readonly kind: 'deleted'; readonly anchors: readonly Anchor[] }
  /** Some changes could not be seen: the watermark must not move. */
  | { readonly kind: 'gap'; readonly gap: Gap }
  /**
   * All is told: resume from here next time. `untold` deletions have to be found by comparing the anchors that are held
   * with those that are there.
   */
  | { readonly kind: 'end'; readonly watermark: Watermark; readonly deletions: 'told' | 'untold' }
  /** The watermark is of no use any more (another or a restored server, a cookie that was refused); nothing follows. */
  | { readonly kind: 'lost'; readonly message: string }

export interface TrackingRequest {
  /** The bases of the selection. Where a method works on whole naming contexts, those around the bases are meant. */
  readonly baseDns: readonly string[]
  /** What to use, when it is there; undefined leaves the choice to what the directory offers and the account may do. */
  readonly method?: TrackingMethod
}

/**
 * One session of change tracking, held with one server from beginning to end: what it tells and what it reads are of the
 * same state of the same server, so that a replica that lags behind can never hide a change.
 *
 * Errors are ConnectorErrors of side `directory`; losing the server in the middle is one of them (`connection-lost`):
 * the run fails, nothing moves, and the next run begins again where this one began.
 */
export interface Tracking {
  readonly method: TrackingMethod
  /** `dc1.corp.example.com:636` */
  readonly server: string
  /** For the administrator: how changes and deletions are found here, and why in no better way. One or two sentences. */
  readonly explanation: string
  /** The present position: whoever resumes from it sees every change made from now on. */
  position(): Promise<Watermark>
  /** Ends with exactly one `end` or `lost`. A watermark of another method is lost too. */
  changesSince(watermark: Watermark): AsyncIterable<ChangeEvent>
  /**
   * Whole entries, as `Source.read` gives them, of those among `anchors` that the request selects; who is not among the
   * answers is not selected any more, unless a gap came too. Any number of anchors; each entry comes once.
   */
  readAnchors(request: ReadRequest, anchors: readonly Anchor[]): AsyncIterable<ReadEvent>
  /** Like `Source.read`, on this server. A connection that is lost in the middle becomes a gap. */
  read(request: ReadRequest): AsyncIterable<ReadEvent>
  /** The entries that have given DNs: a DN that is not there, or not shown, has no answer. For the containers of people. */
  locate(dns: readonly string[]): AsyncIterable<readonly Location[]>
  close(): Promise<void>
}
