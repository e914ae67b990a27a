const largestMessage = 64 * 1024 * 1024

/** Cuts a stream of bytes into LDAP messages. */
export class MessageFramer {
  #pending: Buffer = Buffer.alloc(0)

  /** The messages that `chunk` completes. Throws when the stream holds something else. */
  push(chunk: Buffer): readonly Buffer[] {
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk])
    const messages: Buffer[] = []
    for (;;) {
      const length = messageLength(this.#pending)
      if (length === undefined || length > this.#pending.length) return messages
      messages.push(this.#pending.subarray(0, length))
      this.#pending = this.#pending.subarray(length)
    }
  }
}

/** Bytes of the message at the start, header included; undefined while the header is not there yet. */
function messageLength(bytes: Buffer): number | undefined {
  const [tag, first] = bytes
  if (tag !== undefined && tag !== 0x30) throw new Error('This is not LDAP.')
  if (first === undefined) return undefined
  if (first < 0x80) return 2 + first
  const count = first - 0x80
  if (count === 0 || count > 4) throw new Error('The length of a message cannot be read.')
  if (bytes.length < 2 + count) return undefined
  const length = 2 + count + bytes.readUIntBE(2, count)
  if (length > largestMessage) throw new Error('The message is too long.')
  return length
}
