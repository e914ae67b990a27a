import { type IncomingMessage, request as openRequest } from 'node:http'
import type { ServiceDoor } from '../../app/api/remote/socketTransport.ts'
import { toWire } from '../../app/api/remote/wireError.ts'
import { ConnectorError } from '../../app/model/error.ts'
import { contentPolicy } from '../contentPolicy.ts'
import { servicePath } from './servicePath.ts'

export interface ServiceEntrance {
  /** Looked for with each request: a service that was started again has another one. Null when no service runs. */
  door(): Promise<ServiceDoor | null>
  /** Why no service runs, where that is known. */
  trouble(): ConnectorError | null
}

/**
 * Passes a request of the page on to the service's socket, adds the token, which the page never sees, and gives back the
 * answer as it comes in. It ends when the page ends it. Where no service answers, the answer is 503 in the shape of a
 * failed call of the API.
 */
export async function relayToService(entrance: ServiceEntrance, request: Request): Promise<Response> {
  try {
    const door = await entrance.door()
    return door === null ? absence(entrance.trouble()) : await pass(door, request)
  } catch (error) {
    return absence(error instanceof ConnectorError ? error : entrance.trouble())
  }
}

/** What the API reads; everything else that a browser sends stays here. */
const passedOn = ['accept', 'content-type', 'last-event-id', 'trpc-accept']
/** They speak of the socket, not of the answer. */
const ofTheSocket: ReadonlySet<string> = new Set(['connection', 'keep-alive', 'transfer-encoding'])
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304])

async function pass({ address, token }: ServiceDoor, request: Request): Promise<Response> {
  const { method, url, signal } = request
  const { pathname, search } = new URL(url)
  const body = method === 'GET' || method === 'HEAD' ? null : Buffer.from(await request.arrayBuffer())
  const headers: Record<string, string> = { authorization: `Bearer ${token}` }
  for (const name of passedOn) {
    const value = request.headers.get(name)
    if (value !== null) headers[name] = value
  }
  if (body !== null) headers['content-length'] = String(body.length)
  const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = openRequest(
      { socketPath: address, agent: false, method, path: pathname + search, headers },
      resolve,
    )
    outgoing.on('error', reject)
    signal.addEventListener('abort', () => outgoing.destroy(), { once: true })
    outgoing.end(body ?? undefined)
  })
  const status = incoming.statusCode ?? 502
  return new Response(withoutBody.has(status) ? null : streamOf(incoming), {
    status,
    headers: answerHeaders(incoming, url),
  })
}

function answerHeaders({ headers }: IncomingMessage, url: string): Headers {
  const answer = new Headers()
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && !ofTheSocket.has(name)) answer.set(name, String(value))
  answer.set('x-content-type-options', 'nosniff')
  if (!answer.has('content-security-policy')) answer.set('content-security-policy', contentPolicy)
  // A report is saved, never shown in place of the page.
  if (servicePath(url) === '/api-report' && !answer.get('content-disposition')?.startsWith('attachment'))
    answer.set('content-disposition', 'attachment')
  return answer
}

function streamOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const pieces: AsyncIterator<Uint8Array> = incoming[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel() {
      incoming.destroy()
    },
  })
}

/** Without `data`, the page knows that nobody answered; with it, it shows what is wrong. */
function absence(error: ConnectorError | null): Response {
  const failed = { code: -32603, message: error?.message ?? 'The service cannot be reached.' }
  const data = { code: 'SERVICE_UNAVAILABLE', httpStatus: 503 }
  return Response.json(
    { error: error === null ? failed : { ...failed, data: { ...data, connectorError: toWire(error) } } },
    { status: 503, headers: { 'cache-control': 'no-store' } },
  )
}
