import type { Change, ChangeKind } from '../model/change.ts'
import type { EntryKind } from '../model/entry.ts'
import type { ObjectKind } from '../model/objectKind.ts'
import type { Photo } from '../model/photo.ts'
import type { RecordedChange, RecordedOutcome } from '../state/state.ts'
import type { PhotoWrite, Target } from '../target/target.ts'

/** What applying a plan needs: the store to write to, and the plan as it is kept. */
export interface ApplyParts {
  readonly target: Target
  readonly now: () => Date
  /** When it aborts, no further batch is begun. */
  readonly signal: AbortSignal
  /** The changes of the plan, in order, with the outcomes that are saved so far. */
  changes(objectKinds: readonly ObjectKind[], kinds: readonly ChangeKind[]): Iterable<RecordedChange>
  save(outcomes: readonly RecordedOutcome[]): void
  /** The resource of an entry, once it has one. */
  resourceOf(kind: EntryKind, anchor: string): string | null
  /** The version under which the resource was read, for If-Match. */
  versionOf(change: Change): string | null
  /** The bytes of a picture that the plan sends, or its address; null when it is not at hand any more. */
  photoOf(photo: Photo): PhotoWrite | null
  /** Called whenever changes are finished, with how many since the last call. */
  advanced(count: number): void
}
