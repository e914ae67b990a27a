import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { FrameReader } from '../../app/source/ldap/protocol/frameReader.ts'

/** Stands before a directory server without TLS and counts what it is asked. */
export interface WeekProxy {
  /** `ldap://127.0.0.1:12345` */
  readonly url: string
  /** LDAP messages that clients sent since the last call. */
  takeRequests(): number
  close(): Promise<void>
}

export async function startWeekProxy(target: string): Promise<WeekProxy> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => sockets.delete(socket))
  }
  let requests = 0
  const server = createServer((client) => {
    const upstream = connect(Number(port || 389), hostname)
    const frames = new FrameReader()
    client.on('data', (chunk) => {
      frames.push(chunk, () => {
        requests += 1
      })
    })
    client.once('close', () => upstream.destroy())
    upstream.once('close', () => client.destroy())
    keep(client)
    keep(upstream)
    client.pipe(upstream).pipe(client)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.')
  return {
    url: `ldap://127.0.0.1:${address.port}`,
    takeRequests() {
      const taken = requests
      requests = 0
      return taken
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
