import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Stands between the connector and any server, and counts bytes. */
export interface ByteCounter {
  /** The address of the server, with this one in its place. */
  readonly url: string
  /** What went through since the last call. */
  take(): { readonly bytesSent: number; readonly bytesReceived: number }
  stop(): Promise<void>
}

export async function startByteCounter(targetUrl: string): Promise<ByteCounter> {
  const { hostname, port } = new URL(targetUrl)
  let counted = { bytesSent: 0, bytesReceived: 0 }
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const target = connect(Number(port), hostname)
    client.on('data', (chunk) => {
      counted.bytesSent += chunk.length
    })
    target.on('data', (chunk) => {
      counted.bytesReceived += chunk.length
    })
    client.pipe(target)
    target.pipe(client)
    for (const socket of [client, target]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        client.destroy()
        target.destroy()
        sockets.delete(socket)
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(targetUrl)
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    take() {
      const taken = counted
      counted = { bytesSent: 0, bytesReceived: 0 }
      return taken
    },
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
