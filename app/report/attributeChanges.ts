import type { Change, ResourceState } from '../model/change.ts'
import { describePhotos } from './describePhoto.ts'

/** One attribute that a change touches; null stands for "no value there". */
export interface AttributeChange {
  readonly attribute: string
  readonly before: string | null
  readonly after: string | null
}

/** The attributes that a change touches, as a person reads them; members are not among them. */
export function attributeChanges(change: Change): readonly AttributeChange[] {
  const [photoBefore, photoAfter] = describePhotos(change.before?.photo ?? null, change.after?.photo ?? null)
  const before = shownState(change.before, change.managerNames?.before, photoBefore)
  const after = shownState(change.after, change.managerNames?.after, photoAfter)
  return [...new Set([...after.keys(), ...before.keys()])].map((attribute) => ({
    attribute,
    before: before.get(attribute) ?? null,
    after: after.get(attribute) ?? null,
  }))
}

function shownState(
  state: ResourceState | null,
  managerName: string | null | undefined,
  photo: string | null,
): ReadonlyMap<string, string | null> {
  const shown = new Map<string, string | null>()
  if (state?.active !== undefined) shown.set('active', state.active ? 'yes' : 'no')
  if (state?.displayName !== undefined) shown.set('displayName', state.displayName)
  for (const [attribute, value] of Object.entries(state?.values ?? {})) {
    shown.set(attribute, attribute === 'manager' ? shownManager(value, managerName) : shownValue(attribute, value))
  }
  if (state?.photo !== undefined) shown.set('picture', photo)
  return shown
}

/** A room has the word `room` for a value, which says less than an answer. */
function shownValue(attribute: string, value: string | null): string | null {
  if (attribute !== 'room') return value
  return value === null ? 'no' : 'yes'
}

/** Ids say nothing to anyone; a manager who has no resource yet stands as `entry:ANCHOR` in a plan (DC-36). */
function shownManager(value: string | null, name: string | null | undefined): string | null {
  if (value === null || (name !== null && name !== undefined)) return name ?? null
  return value.startsWith('entry:') ? `entry ${value.slice('entry:'.length)}, which this plan adds` : value
}
