import type { EntryKind } from '../model/entry.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../settings/schema.ts'
import type { TargetCapabilities } from '../target/target.ts'
import { picturesOf } from './picturesOf.ts'

/** The kinds of entry that the settings select. Rooms are found among the user entries. */
export function chosenKinds({ users, rooms, groups, contacts }: Settings['selection']): EntryKind[] {
  return [
    ...(users.enabled || rooms.enabled ? (['user'] as const) : []),
    ...(groups.enabled ? (['group'] as const) : []),
    ...(contacts.enabled ? (['contact'] as const) : []),
  ]
}

export function isKept(kind: EntryKind, { groups, contacts }: TargetCapabilities): boolean {
  if (kind === 'group') return groups !== 'none'
  return kind === 'user' || contacts !== null
}

/** Warnings of what is selected and the store does not keep. */
export function notKeptFindings(
  settings: Pick<Settings, 'selection' | 'avatar'>,
  capabilities: TargetCapabilities,
): readonly Finding[] {
  const { selection } = settings
  return [
    ...chosenKinds(selection).flatMap((kind) => (isKept(kind, capabilities) ? [] : notKept[kind])),
    ...(selection.rooms.enabled && !capabilities.attributes.has('room') ? [noRooms] : []),
    ...picturesOf(settings, capabilities).findings,
  ]
}

const notKept: Readonly<Record<EntryKind, readonly Finding[]>> = {
  user: [],
  group: [
    {
      level: 'warning',
      side: 'store',
      subject: 'groups',
      message: 'Groups are selected, but the store does not offer groups. They are not synchronized.',
      remedy: 'Switch selection.groups.enabled off, or use a store that keeps groups.',
    },
  ],
  contact: [
    {
      level: 'warning',
      side: 'store',
      subject: 'contacts',
      message: 'Contacts are selected, but the store has no resource type of that name. They are not synchronized.',
      remedy: 'Switch selection.contacts.enabled off, or use a store that keeps contacts.',
    },
  ],
}

const noRooms: Finding = {
  level: 'warning',
  side: 'store',
  subject: 'rooms',
  message: 'Rooms are identified, but the store has no place for userType: it cannot tell them from users.',
  remedy: 'Switch selection.rooms.enabled off, or use a store that keeps userType.',
}
