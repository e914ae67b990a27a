import { BerWriter } from 'ldapts'
import { BerCursor } from '../../protocol/berCursor.ts'
import type { RequestControl } from '../../protocol/control.ts'

export const dirSyncOid = '1.2.840.113556.1.4.841'

/** `all` needs the right "Replicating Directory Changes"; `own` tells of what the account may read. */
export type DirSyncView = 'all' | 'own'

export interface DirSyncAsk {
  readonly view: DirSyncView
  /** Bytes that one answer may have; servers have limits of their own. */
  readonly mostBytes: number
  /** Empty for the beginning of time. */
  readonly cookie: Buffer
}

export interface DirSyncAnswer {
  readonly rest: 'more' | 'none'
  readonly cookie: Buffer
}

const objectSecurity = 0x1
/** Of a group's members only those that came and went: the whole list of a large group would come for each of them. */
const incrementalValues = 0x80000000
const sequence = 0x30
const integer = 0x02
const octetString = 0x04

/** The request control of MS-ADTS 3.1.1.3.4.1.3. */
export function dirSyncControl({ view, mostBytes, cookie }: DirSyncAsk): RequestControl {
  const writer = new BerWriter()
  writer.startSequence()
  writer.writeInt(incrementalValues | (view === 'own' ? objectSecurity : 0))
  writer.writeInt(mostBytes)
  writer.writeBuffer(cookie, octetString)
  writer.endSequence()
  return { oid: dirSyncOid, criticality: 'critical', value: Buffer.from(writer.buffer) }
}

/** Reads the value of the response control. Throws MalformedMessageError. */
export function parseDirSyncAnswer(value: Buffer): DirSyncAnswer {
  const cursor = new BerCursor()
  cursor.buffer = value
  cursor.open(sequence)
  const moreEnd = cursor.open(integer)
  const more = value.subarray(cursor.at, moreEnd).some((byte) => byte !== 0)
  cursor.at = moreEnd
  cursor.at = cursor.open(integer)
  const end = cursor.open(octetString)
  return { rest: more ? 'more' : 'none', cookie: Buffer.from(value.subarray(cursor.at, end)) }
}
