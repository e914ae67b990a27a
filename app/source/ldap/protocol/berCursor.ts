/**
 * A place in bytes in the basic encoding rules. ldapts' BerReader keeps the last length in fields and checks every byte
 * twice, which is most of the time of reading a large directory; this one is for the two loops that see every byte.
 */
export class BerCursor {
  buffer: Buffer = Buffer.alloc(0)
  at = 0

  /** Takes a tag and its length; stands on the content then. Returns where the content ends. Throws on another tag. */
  open(tag: number): number {
    const found = this.buffer[this.at]
    if (found !== tag) throw new MalformedMessageError(`expected tag ${tag}, found ${found ?? 'the end'}`)
    this.at += 1
    return this.takeLength()
  }

  /** Takes a length; stands on the content then. Returns where the content ends. */
  takeLength(): number {
    const buffer = this.buffer
    let length = buffer[this.at++] ?? 0
    if (length > 0x7f) {
      const bytes = length & 0x7f
      if (bytes === 0 || bytes > 4) throw new MalformedMessageError(`a length of ${bytes} bytes`)
      length = 0
      for (let index = 0; index < bytes; index += 1) length = length * 256 + (buffer[this.at++] ?? 0)
    }
    const end = this.at + length
    if (end > buffer.length) throw new MalformedMessageError('a length beyond the end of the message')
    return end
  }
}

/** The server sent bytes that are not LDAP (RFC 4511 5.1). */
export class MalformedMessageError extends Error {
  constructor(detail: string) {
    super(`Malformed LDAP message: ${detail}.`)
    this.name = 'MalformedMessageError'
  }
}
