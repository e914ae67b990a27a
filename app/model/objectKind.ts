import type { EntryKind } from './entry.ts'

/**
 * What plans, reports and counts tell apart. A room is a user of the store that stands for a meeting room; an avatar is the
 * picture of a user or a room.
 */
export const objectKinds = ['user', 'room', 'group', 'contact', 'avatar'] as const
export type ObjectKind = (typeof objectKinds)[number]

/** The kind of entry, link and resource behind an object. */
export function entryKindOf(kind: ObjectKind): EntryKind {
  return kind === 'room' || kind === 'avatar' ? 'user' : kind
}

/** The name of a kind in counts and settings. */
export const plural = {
  user: 'users',
  room: 'rooms',
  group: 'groups',
  contact: 'contacts',
  avatar: 'avatars',
} as const satisfies Readonly<Record<ObjectKind, string>>

/** One value for each kind. */
export function ofEachKind<Value>(of: (kind: ObjectKind) => Value): Readonly<Record<ObjectKind, Value>> {
  return { user: of('user'), room: of('room'), group: of('group'), contact: of('contact'), avatar: of('avatar') }
}
