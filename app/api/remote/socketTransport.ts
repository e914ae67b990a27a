import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { ApiTransport } from './apiClient.ts'
import { readEventStream } from './readEventStream.ts'

/** Where a service listens, and the secret that every request must carry. */
export interface ServiceDoor {
  /** A Unix domain socket, or a named pipe. */
  readonly address: string
  readonly token: string
}

/**
 * HTTP over a local socket. There is no time limit on an answer: a full sync can take hours, and a service that ends
 * closes the socket.
 */
export function socketTransport(door: ServiceDoor): ApiTransport {
  return {
    origin: 'http://localhost',
    async fetch(url, { method = 'GET', headers, body, signal } = {}) {
      const response = await send(door, String(url), {
        method,
        headers: headers as Readonly<Record<string, string>>,
        ...(typeof body === 'string' && { body }),
        ...(signal && { signal }),
      })
      return new Response(await text(response), { status: response.statusCode ?? 500 })
    },
    EventSource: eventStream(door),
  }
}

interface Sent {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal?: AbortSignal
}

function send({ address, token }: ServiceDoor, url: string, sent: Sent): Promise<IncomingMessage> {
  const { pathname, search } = new URL(url)
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        socketPath: address,
        agent: false,
        method: sent.method,
        path: pathname + search,
        headers: { ...sent.headers, authorization: `Bearer ${token}` },
        ...(sent.signal && { signal: sent.signal }),
      },
      resolve,
    )
    outgoing.on('error', reject)
    outgoing.end(sent.body)
  })
}

/** The part of the browser's EventSource that the client needs. It never connects again: a service that is gone is told. */
function eventStream(door: ServiceDoor) {
  return class SocketEventSource extends EventTarget {
    readonly CONNECTING = 0
    readonly OPEN = 1
    readonly CLOSED = 2
    readyState = 0
    readonly #closing = new AbortController()

    constructor(url: string) {
      super()
      this.#listen(url).finally(() => this.#end())
    }

    close(): void {
      this.readyState = this.CLOSED
      this.#closing.abort()
    }

    async #listen(url: string): Promise<void> {
      try {
        const { signal } = this.#closing
        const response = await send(door, url, { method: 'GET', headers: { accept: 'text/event-stream' }, signal })
        if (response.statusCode !== 200) return
        this.readyState = this.OPEN
        for await (const { event, data, id } of readEventStream(response.setEncoding('utf8')))
          this.dispatchEvent(new MessageEvent(event, { data, lastEventId: id }))
      } catch {
        // Whatever it was, the stream has ended.
      }
    }

    #end(): void {
      if (this.readyState === this.CLOSED) return
      this.readyState = this.CLOSED
      this.dispatchEvent(new Event('error'))
    }
  }
}
