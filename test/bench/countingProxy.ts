import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { FrameReader } from '../../app/source/ldap/protocol/frameReader.ts'

/** What went through. */
export interface Traffic {
  /** LDAP requests: searches, and all others that are answered (binding, for example). */
  readonly searches: number
  readonly otherRequests: number
  /** Entries that came back. */
  readonly entries: number
  readonly bytesSent: number
  readonly bytesReceived: number
}

/** Stands between the connector and an LDAP server, and counts. */
export interface CountingProxy {
  readonly url: string
  /** What went through since the last call. */
  take(): Traffic
  stop(): Promise<void>
}

/** Tags of RFC 4511: the operation follows the message's number. */
const operations = { searchRequest: 0x63, unbindRequest: 0x42, abandonRequest: 0x50, searchEntry: 0x64 }

export async function startCountingProxy(targetUrl: string): Promise<CountingProxy> {
  const { hostname, port } = new URL(targetUrl)
  const targetPort = Number(port || '389')
  const nothing = { searches: 0, otherRequests: 0, entries: 0, bytesSent: 0, bytesReceived: 0 }
  let traffic = { ...nothing }
  const sockets = new Set<Socket>()

  const server = createServer((client) => {
    const directory = connect(targetPort, hostname)
    const [requests, answers] = [new FrameReader(), new FrameReader()]
    client.on('data', (chunk) => {
      traffic.bytesSent += chunk.length
      requests.push(chunk, (buffer, start) => {
        const operation = operationOf(buffer, start)
        if (operation === operations.searchRequest) traffic.searches += 1
        else if (operation !== operations.unbindRequest && operation !== operations.abandonRequest) {
          traffic.otherRequests += 1
        }
      })
    })
    directory.on('data', (chunk) => {
      traffic.bytesReceived += chunk.length
      answers.push(chunk, (buffer, start) => {
        if (operationOf(buffer, start) === operations.searchEntry) traffic.entries += 1
      })
    })
    client.pipe(directory)
    directory.pipe(client)
    for (const socket of [client, directory]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        client.destroy()
        directory.destroy()
        sockets.delete(socket)
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `ldap://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const taken = traffic
      traffic = { ...nothing }
      return taken
    },
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** The tag after the message's own header and its number. */
function operationOf(buffer: Buffer, start: number): number {
  const header = lengthOfHeader(buffer, start)
  const number = start + header
  return buffer[number + 2 + (buffer[number + 1] ?? 0)] ?? 0
}

function lengthOfHeader(buffer: Buffer, start: number): number {
  const first = buffer[start + 1] ?? 0
  return first < 0x80 ? 2 : 2 + (first & 0x7f)
}
