import type { Change } from '../model/change.ts'
import { entryKindOf } from '../model/objectKind.ts'
import type { Photo } from '../model/photo.ts'
import type { PlanHeader } from '../model/plan.ts'
import type { Workspace } from '../state/workspace.ts'
import type { PhotoWrite } from '../target/target.ts'
import type { EventRecorder } from './syncParts.ts'

/** A plan that was computed just now, with what applying it needs. Disposing of it forgets what was read for it. */
export interface Planned extends Disposable {
  readonly plan: PlanHeader
  /** The version under which the resource of a change was read, for If-Match. */
  versionOf(change: Change): string | null
  /** The bytes of a picture that the plan sends, or its address; null when it is not at hand. */
  photoOf(photo: Photo): PhotoWrite | null
  /** Records what needs no request to the store. `applied` is the stored plan that is about to be applied. */
  begin(at: Date, applied: PlanHeader): void
  /** Records what is true once everything was tried. */
  settle(at: Date, applied: PlanHeader, record: EventRecorder): void
}

/** See `Planned.versionOf`. A picture is written whatever else of its user has changed meanwhile. */
export function versionOf({ objectKind, resourceId }: Change, workspace: Workspace): string | null {
  if (resourceId === null || objectKind === 'avatar') return null
  return workspace.version(entryKindOf(objectKind), resourceId)
}

/** See `Planned.photoOf`. */
export function photoOf({ value }: Photo, { pictures }: Pick<Workspace, 'pictures'>): PhotoWrite | null {
  if (!value.startsWith('sha256:')) return { kind: 'link', href: value }
  const kept = pictures.bytes(value)
  return kept && { kind: 'bytes', ...kept }
}
