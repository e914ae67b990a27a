import type { ObjectKind } from '../model/objectKind.ts'

/** What a kind of object is called: above a list (`Users`), and in sentences, with a number before it. */
export interface KindWords {
  readonly heading: string
  readonly one: string
  readonly several: string
}

/** Users are people in sentences for people, and avatars are pictures everywhere. */
export const kindWords: Readonly<Record<ObjectKind, KindWords>> = {
  user: { heading: 'Users', one: 'person', several: 'people' },
  room: { heading: 'Rooms', one: 'room', several: 'rooms' },
  group: { heading: 'Groups', one: 'group', several: 'groups' },
  contact: { heading: 'Contacts', one: 'contact', several: 'contacts' },
  avatar: { heading: 'Pictures', one: 'picture', several: 'pictures' },
}
