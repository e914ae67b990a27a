import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Socket } from 'node:net'

export interface Asked {
  readonly path: string
  readonly headers: IncomingHttpHeaders
}

export type Answer = (response: ServerResponse, asked: Asked) => void

/** A resource server that answers as a test wants, on the loopback address. */
export interface PictureServer {
  /** `http://127.0.0.1:12345` */
  readonly origin: string
  readonly port: number
  /** Every request so far, in order. */
  readonly asked: readonly Asked[]
  /** Connections that are open now. */
  readonly connections: number
  /** Answers requests for a path from now on; others get 404. */
  on(path: string, answer: Answer): void
  close(): Promise<void>
}

export interface PictureServerOptions {
  /** PEM. */
  readonly tls?: { readonly key: string; readonly cert: string }
  /** Default 127.0.0.1. */
  readonly host?: string
}

export async function startPictureServer({
  tls,
  host = '127.0.0.1',
}: PictureServerOptions = {}): Promise<PictureServer> {
  const answers = new Map<string, Answer>()
  const asked: Asked[] = []
  const sockets = new Set<Socket>()
  const server: Server = tls === undefined ? createServer() : createTlsServer(tls)
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => sockets.delete(socket))
  })
  server.on('request', ({ url = '', headers }, response) => {
    asked.push({ path: url, headers })
    const answer = answers.get(url) ?? ((response) => response.writeHead(404).end())
    answer(response, { path: url, headers })
  })
  server.listen(0, host)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The listener has no port.')
  const { port } = address
  return {
    origin: `${tls === undefined ? 'http' : 'https'}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    asked,
    get connections() {
      return sockets.size
    },
    on: (path, answer) => void answers.set(path, answer),
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

export const redirectTo =
  (location: string, status = 302): Answer =>
  (response) =>
    response.writeHead(status, { location }).end()

export const sendBytes =
  (bytes: Buffer, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) =>
    response.writeHead(200, { 'content-type': 'image/jpeg', ...headers }).end(bytes)
