import { BerWriter } from 'ldapts'
import type { Anchor } from '../../../../model/anchor.ts'
import { BerCursor, MalformedMessageError } from '../../protocol/berCursor.ts'
import type { RequestControl } from '../../protocol/control.ts'

/** Object identifiers of RFC 4533. */
export const syncRequestOid = '1.3.6.1.4.1.4203.1.9.1.1'
export const syncStateOid = '1.3.6.1.4.1.4203.1.9.1.2'
export const syncDoneOid = '1.3.6.1.4.1.4203.1.9.1.3'
export const syncInfoOid = '1.3.6.1.4.1.4203.1.9.1.4'

const states = ['present', 'add', 'modify', 'delete'] as const

/** What a Sync State control says of the entry that it comes with (RFC 4533 2.3). */
export interface SyncState {
  readonly state: (typeof states)[number]
  readonly anchor: Anchor
}

/** The end of a refresh (RFC 4533 2.4): in a refresh by `deletes` what is gone was named, otherwise what is still there. */
export interface SyncDone {
  readonly cookie: string | undefined
  readonly refresh: 'deletes' | 'present'
}

/** A Sync Info message (RFC 4533 2.5); of the others only sets of ids say more than the end will. */
export type SyncInfo =
  | { readonly kind: 'ids'; readonly refresh: SyncDone['refresh']; readonly anchors: readonly Anchor[] }
  | { readonly kind: 'other' }

const refreshOnly = 1
const sequence = 0x30
const set = 0x31
const octetString = 0x04
const enumerated = 0x0a
const boolean = 0x01
const idSetTag = 0xa3
const uuidLength = 16

/** Asks for what changed since `cookie`, once (RFC 4533 2.2). */
export function syncRequestControl(cookie: string): RequestControl {
  const writer = new BerWriter()
  writer.startSequence()
  writer.writeEnumeration(refreshOnly)
  writer.writeString(cookie)
  writer.endSequence()
  return { oid: syncRequestOid, criticality: 'critical', value: Buffer.from(writer.buffer) }
}

/** Throws MalformedMessageError, as all readers here. */
export function parseSyncState(value: Buffer): SyncState {
  const cursor = cursorOn(value, 0)
  cursor.open(sequence)
  const stateEnd = cursor.open(enumerated)
  const state = states[value[stateEnd - 1] ?? states.length]
  cursor.at = stateEnd
  if (state === undefined) throw new MalformedMessageError('a synchronization state that RFC 4533 does not know')
  return { state, anchor: takeUuid(cursor) }
}

export function parseSyncDone(value: Buffer): SyncDone {
  const cursor = cursorOn(value, 0)
  const end = cursor.open(sequence)
  const cookie = takeCookie(cursor, end)
  return { cookie, refresh: takeRefresh(cursor, end) }
}

/** Reads the content of an IntermediateResponse that stands in `buffer` from `start` up to `end`. */
export function parseSyncInfo(buffer: Buffer, start: number, end: number): SyncInfo {
  const cursor = cursorOn(buffer, start)
  const nameEnd = cursor.open(0x80)
  const name = buffer.toString('latin1', cursor.at, nameEnd)
  cursor.at = nameEnd
  if (name !== syncInfoOid || cursor.at >= end) return { kind: 'other' }
  cursor.open(0x81)
  if (buffer[cursor.at] !== idSetTag) return { kind: 'other' }
  const infoEnd = cursor.open(idSetTag)
  takeCookie(cursor, infoEnd)
  const refresh = takeRefresh(cursor, infoEnd)
  const setEnd = cursor.open(set)
  const anchors: Anchor[] = []
  while (cursor.at < setEnd) anchors.push(takeUuid(cursor))
  return { kind: 'ids', refresh, anchors }
}

function cursorOn(buffer: Buffer, at: number): BerCursor {
  const cursor = new BerCursor()
  cursor.buffer = buffer
  cursor.at = at
  return cursor
}

function takeCookie(cursor: BerCursor, end: number): string | undefined {
  if (cursor.at >= end || cursor.buffer[cursor.at] !== octetString) return undefined
  const cookieEnd = cursor.open(octetString)
  const cookie = cursor.buffer.toString('utf8', cursor.at, cookieEnd)
  cursor.at = cookieEnd
  return cookie
}

function takeRefresh(cursor: BerCursor, end: number): SyncDone['refresh'] {
  if (cursor.at >= end || cursor.buffer[cursor.at] !== boolean) return 'present'
  cursor.at = cursor.open(boolean)
  return cursor.buffer[cursor.at - 1] === 0 ? 'present' : 'deletes'
}

/** An entryUUID (RFC 4530) in its 16 bytes, in the order in which they are written. */
function takeUuid(cursor: BerCursor): Anchor {
  const end = cursor.open(octetString)
  const digits = cursor.buffer.toString('hex', cursor.at, end)
  if (end - cursor.at !== uuidLength) throw new MalformedMessageError(`an entryUUID of ${end - cursor.at} bytes`)
  cursor.at = end
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
