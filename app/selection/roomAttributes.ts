import { firstSpellings } from '../model/firstSpellings.ts'
import type { RoomSettings } from '../settings/schema.ts'
import { roomMarks } from './roomMarks.ts'

/** The directory attributes that `isRoom` looks at, each once; none while rooms are not identified. */
export function roomAttributes(rooms: RoomSettings): readonly string[] {
  return rooms.enabled ? firstSpellings(roomMarks(rooms).map(({ name }) => name)) : []
}
