import type { Attributes } from '../model/entry.ts'
import type { RoomSettings } from '../settings/schema.ts'
import { identifyingMark } from './identifyingMark.ts'

/** Whether a user entry stands for a meeting room (DC-11), by any mark; see `identifyingMark`. */
export function isRoom(attributes: Attributes, rooms: RoomSettings): boolean {
  return identifyingMark(attributes, rooms) !== null
}
