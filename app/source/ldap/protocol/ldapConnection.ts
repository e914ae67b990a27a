import type { Socket } from 'node:net'
import { UnbindRequest } from 'ldapts'
import { BerCursor } from './berCursor.ts'
import { ConnectionLostError } from './connectionLostError.ts'
import { FrameReader } from './frameReader.ts'
import { type LdapResult, parseReference, parseResult } from './ldapResult.ts'

/** Any request message of ldapts. */
export interface LdapRequest {
  messageId: number
  write(): Buffer
}

/** Gets what a search finds, while it comes in. */
export interface SearchListener {
  /**
   * A SearchResultEntry (RFC 4511 4.5.2) without its tag and length, valid during the call; its controls stand from
   * `end` up to `messageEnd`.
   */
  entry(buffer: Buffer, start: number, end: number, messageEnd: number): void
  reference(uris: readonly string[]): void
  /** The content of an IntermediateResponse (RFC 4511 4.13), valid during the call. */
  intermediate?(buffer: Buffer, start: number, end: number): void
}

interface PendingRequest {
  readonly listener: SearchListener | undefined
  readonly timer: NodeJS.Timeout
  resolve(result: LdapResult): void
  reject(error: Error): void
}

const entryTag = 0x64
const referenceTag = 0x73
const intermediateTag = 0x79
const integerTag = 0x02

/**
 * One connection to an LDAP server. Requests are ldapts' messages; answers are read here, because ldapts' client keeps
 * all entries of a search until its end, takes three times as long to turn them into objects, and silently connects
 * again, unbound, after a loss. Several requests can be under way at once. Nothing is ever retried here.
 */
export class LdapConnection {
  readonly #timeoutMilliseconds: number
  readonly #pending = new Map<number, PendingRequest>()
  readonly #cursor = new BerCursor()
  #socket: Socket
  #frames = new FrameReader()
  #lastMessageId = 0
  #loss: ConnectionLostError | undefined

  /** `socket` is connected already; one request may take `timeoutSeconds`. */
  constructor(socket: Socket, timeoutSeconds: number) {
    this.#timeoutMilliseconds = timeoutSeconds * 1000
    this.#socket = socket
    this.#listen()
  }

  get isLost(): boolean {
    return this.#loss !== undefined
  }

  /** The socket under the connection, to look at its certificate. */
  get socket(): Socket {
    return this.#socket
  }

  /**
   * Sends a request and resolves with its final result, whatever its code; a search's entries and references go to
   * `listener`. Rejects with ConnectionLostError.
   */
  request(message: LdapRequest, listener?: SearchListener): Promise<LdapResult> {
    return new Promise((resolve, reject) => {
      if (this.#loss !== undefined) {
        reject(this.#loss)
        return
      }
      this.#lastMessageId += 1
      const messageId = this.#lastMessageId
      message.messageId = messageId
      const timer = setTimeout(() => this.#timeOut(messageId), this.#timeoutMilliseconds)
      this.#pending.set(messageId, { listener, timer, resolve, reject })
      this.#socket.write(message.write())
    })
  }

  /** Takes the socket out, for StartTLS: what arrives from now on belongs to the caller, until `attach`. */
  detach(): Socket {
    this.#socket.removeAllListeners()
    return this.#socket
  }

  /** Goes on over `socket`. */
  attach(socket: Socket): void {
    this.#socket = socket
    this.#frames = new FrameReader()
    this.#listen()
  }

  /** Says good-bye and frees the socket; requests under way end as lost. Safe to call twice. */
  close(): void {
    if (this.#loss !== undefined) return
    this.#socket.write(new UnbindRequest({ messageId: this.#lastMessageId + 1 }).write())
    this.#lose(new ConnectionLostError('closed', 'the connector closed the connection'))
  }

  #listen(): void {
    const onFrame = (buffer: Buffer, start: number, end: number) => this.#receive(buffer, start, end)
    this.#socket.on('data', (chunk: Buffer) => {
      try {
        this.#frames.push(chunk, onFrame)
      } catch (error) {
        this.#lose(new ConnectionLostError('not-ldap', 'the server sent bytes that are not LDAP', error))
      }
    })
    this.#socket.on('error', (error) => {
      this.#lose(new ConnectionLostError('closed', `the connection broke (${error.message})`, error))
    })
    this.#socket.on('close', () => this.#lose(new ConnectionLostError('closed', 'the server closed the connection')))
  }

  #receive(buffer: Buffer, start: number, end: number): void {
    const cursor = this.#cursor
    cursor.buffer = buffer
    cursor.at = start + 1
    cursor.takeLength()
    const idEnd = cursor.open(integerTag)
    const messageId = cursor.at === idEnd ? 0 : buffer.readUIntBE(cursor.at, Math.min(idEnd - cursor.at, 4))
    cursor.at = idEnd
    const pending = this.#pending.get(messageId)
    if (messageId === 0) {
      const { code, diagnostic } = parseResult(buffer.subarray(start, end))
      const words = `the server ended the connection (result ${code}${diagnostic === '' ? '' : `: ${diagnostic}`})`
      this.#lose(new ConnectionLostError('closed', words))
      return
    }
    const tag = buffer[cursor.at++]
    if (pending === undefined) return
    const contentEnd = cursor.takeLength()
    if (tag === entryTag) pending.listener?.entry(buffer, cursor.at, contentEnd, end)
    else if (tag === intermediateTag) pending.listener?.intermediate?.(buffer, cursor.at, contentEnd)
    else if (tag === referenceTag) pending.listener?.reference(parseReference(buffer.subarray(start, end)))
    else {
      clearTimeout(pending.timer)
      this.#pending.delete(messageId)
      pending.resolve(parseResult(buffer.subarray(start, end)))
    }
  }

  /** An answer that arrived while this process was busy with something else is in time: it is looked at first. */
  #timeOut(messageId: number): void {
    setImmediate(() => {
      if (!this.#pending.has(messageId)) return
      const seconds = this.#timeoutMilliseconds / 1000
      this.#lose(new ConnectionLostError('timeout', `the server did not finish a request within ${seconds} s`))
    })
  }

  #lose(loss: ConnectionLostError): void {
    if (this.#loss !== undefined) return
    this.#loss = loss
    this.#socket.removeAllListeners('data')
    // Ends after what was written is sent, except to a server that does not take it any more.
    if (loss.reason === 'timeout') this.#socket.destroy()
    else this.#socket.destroySoon()
    for (const pending of this.#pending.values()) {
      clearTimeout(pending.timer)
      pending.reject(loss)
    }
    this.#pending.clear()
  }
}
