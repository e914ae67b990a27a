import { type BerWriter, Control } from 'ldapts'
import { BerCursor } from './berCursor.ts'

/** A control to send along with a request (RFC 4511 4.1.11). */
export interface RequestControl {
  readonly oid: string
  readonly criticality: 'critical' | 'optional'
  /** The encoded value; absent for a control that has none. */
  readonly value?: Buffer
}

/** A control that came along with an answer. */
export interface ResponseControl {
  readonly oid: string
  /** The encoded value; empty when there is none. */
  readonly value: Buffer
}

const sequence = 0x30
const octetString = 0x04
const boolean = 0x01
const controlsTag = 0xa0

/** A control of any kind for ldapts' requests. */
export class EncodedControl extends Control {
  readonly #value: Buffer | undefined

  constructor({ oid, criticality, value }: RequestControl) {
    super(oid, { critical: criticality === 'critical' })
    this.#value = value
  }

  override writeControl(writer: BerWriter): void {
    if (this.#value !== undefined) writer.writeBuffer(this.#value, octetString)
  }
}

/**
 * The controls that stand in `buffer` from `start` up to `end`, behind the operation of a message; none when nothing
 * stands there. The values are copies. Throws MalformedMessageError.
 */
export function readControls(buffer: Buffer, start: number, end: number): readonly ResponseControl[] {
  if (start >= end || buffer[start] !== controlsTag) return []
  const cursor = new BerCursor()
  cursor.buffer = buffer
  cursor.at = start
  const controlsEnd = cursor.open(controlsTag)
  const controls: ResponseControl[] = []
  while (cursor.at < controlsEnd) {
    const controlEnd = cursor.open(sequence)
    const oidEnd = cursor.open(octetString)
    const oid = buffer.toString('latin1', cursor.at, oidEnd)
    cursor.at = oidEnd
    if (cursor.at < controlEnd && buffer[cursor.at] === boolean) cursor.at = cursor.open(boolean)
    let value = Buffer.alloc(0)
    if (cursor.at < controlEnd) {
      const valueEnd = cursor.open(octetString)
      value = Buffer.from(buffer.subarray(cursor.at, valueEnd))
    }
    controls.push({ oid, value })
    cursor.at = controlEnd
  }
  return controls
}
