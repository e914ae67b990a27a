import type { RoomSettings } from '../settings/schema.ts'

/** What identifies a room, each by itself (DC-11): Exchange's own mark first, then those of the settings in their order. */
export function roomMarks({ attributes }: RoomSettings): RoomSettings['attributes'] {
  return [exchangeMark, ...attributes]
}

const exchangeMark = { name: 'msExchResourceMetaData', equals: 'ResourceType:Room' }
