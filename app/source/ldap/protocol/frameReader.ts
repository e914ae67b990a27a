import { MalformedMessageError } from './berCursor.ts'

/** Tag of every LDAPMessage. */
const sequence = 0x30
const largestMessage = 256 * 1024 * 1024

/** Cuts a stream of bytes into LDAP messages, however the network cut it. */
export class FrameReader {
  #chunks: Buffer[] = []
  #size = 0
  /** Nothing can be taken before this many bytes are there. */
  #needed = 2

  /**
   * Takes the next bytes of the stream and calls `onFrame` for every message that is now complete; the message stands
   * in `buffer` from `start` up to `end`, valid during the call. Throws MalformedMessageError when these are no messages.
   */
  push(chunk: Buffer, onFrame: (buffer: Buffer, start: number, end: number) => void): void {
    this.#chunks.push(chunk)
    this.#size += chunk.length
    if (this.#size < this.#needed) return
    const buffer = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks, this.#size)
    let at = 0
    let length = frameLength(buffer, at)
    while (length > 0 && at + length <= buffer.length) {
      onFrame(buffer, at, at + length)
      at += length
      length = frameLength(buffer, at)
    }
    this.#chunks = at === buffer.length ? [] : [buffer.subarray(at)]
    this.#size = buffer.length - at
    this.#needed = length > 0 ? length : this.#size + 1
  }
}

/** Bytes of the message that starts at `at`; 0 while its header is not complete. */
function frameLength(buffer: Buffer, at: number): number {
  const tag = buffer[at]
  if (tag === undefined) return 0
  if (tag !== sequence) throw new MalformedMessageError(`it starts with byte ${tag}`)
  const first = buffer[at + 1]
  if (first === undefined) return 0
  if (first < 0x80) return 2 + first
  const bytes = first & 0x7f
  if (bytes === 0 || bytes > 4) throw new MalformedMessageError(`a length of ${bytes} bytes`)
  if (buffer.length < at + 2 + bytes) return 0
  const length = 2 + bytes + buffer.readUIntBE(at + 2, bytes)
  if (length > largestMessage) throw new MalformedMessageError(`a message of ${length} bytes`)
  return length
}
