import type { Attributes } from '../model/entry.ts'
import type { RoomSettings } from '../settings/schema.ts'
import { roomMarks } from './roomMarks.ts'

/** The attribute that identifies an entry as a room, with its value as the directory spells it. */
export interface IdentifyingMark {
  readonly attribute: string
  readonly value: string
}

/**
 * By what a user entry is identified as a meeting room (DC-11): the first identifying attribute of which any value equals,
 * without regard to letter case, what identifies a room. Null for everybody else, and for everybody while identification is
 * off (DC-10). The entry needs the attributes that `roomAttributes` lists.
 */
export function identifyingMark(attributes: Attributes, rooms: RoomSettings): IdentifyingMark | null {
  if (!rooms.enabled) return null
  for (const { name, equals } of roomMarks(rooms)) {
    const key = name.toLowerCase()
    const values = Object.hasOwn(attributes, key) ? attributes[key] : undefined
    const value = values?.find((one) => one.toLowerCase() === equals.toLowerCase())
    if (value !== undefined) return { attribute: name, value }
  }
  return null
}
