import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { ServiceDoor } from '../../app/api/remote/socketTransport.ts'
import { type ApiHandler, largestHeader } from './apiHandler.ts'
import { closeServer } from './closeServer.ts'

export interface ServiceServer extends AsyncDisposable {
  /** Where it listens, and the secret that was made for this time. */
  readonly door: ServiceDoor
  /** Takes no more requests; answers that are on their way still get through. */
  [Symbol.asyncDispose](): Promise<void>
}

export interface ServiceServerOptions {
  readonly address: string
  readonly answer: ApiHandler
}

/**
 * Serves the API on a local socket. Only the account of the service, and administrators, can use it: the socket has mode
 * 0600, and every request must carry the token, which stands in a file that is theirs alone.
 */
export async function startServiceServer({ address, answer }: ServiceServerOptions): Promise<ServiceServer> {
  const token = randomBytes(32).toString('hex')
  const expected = digest(`Bearer ${token}`)
  const server = createServer({ maxHeaderSize: largestHeader }, (request, response) => {
    if (mayUse(request, expected)) answer(request, response)
    else response.writeHead(401, { 'content-type': 'text/plain' }).end('The token is missing or wrong.')
  })
  // The lock of the data folder is held: whoever made a socket that is still there has been killed.
  if (process.platform !== 'win32') rmSync(address, { force: true })
  server.listen(address)
  await once(server, 'listening')
  if (process.platform !== 'win32') chmodSync(address, 0o600)
  return { door: { address, token }, [Symbol.asyncDispose]: () => closeServer(server) }
}

/** Digests are of one length, so that the time of the comparison tells nothing. */
function mayUse({ headers }: IncomingMessage, expected: Buffer): boolean {
  return timingSafeEqual(digest(headers.authorization ?? ''), expected)
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
