import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ScriptedRequest {
  readonly method: string
  /** Path below the base, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly body: Record<string, unknown> | null
}

export interface ScriptedAnswer {
  readonly status: number
  readonly json?: unknown
  /** Sent instead of JSON, with the content type in the headers. */
  readonly text?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface ScriptedStore {
  readonly url: string
  readonly requests: readonly ScriptedRequest[]
  close(): Promise<void>
}

/** A store that answers what the test says. Discovery is answered with 404 unless the script answers it. */
export async function startScriptedStore(
  script: (request: ScriptedRequest) => ScriptedAnswer | undefined,
): Promise<ScriptedStore> {
  const requests: ScriptedRequest[] = []
  const server: Server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString()
    const url = new URL(incoming.url ?? '/', 'http://store')
    const request: ScriptedRequest = {
      method: incoming.method ?? '',
      path: url.pathname.replace(/^\/scim/, ''),
      query: url.searchParams,
      headers: incoming.headers,
      body: text.startsWith('{') ? JSON.parse(text) : null,
    }
    requests.push(request)
    const answer = script(request) ?? { status: 404, json: { status: '404', detail: 'nothing here' } }
    const body = answer.text ?? (answer.json === undefined ? '' : JSON.stringify(answer.json))
    response.writeHead(answer.status, { 'content-type': 'application/scim+json', ...answer.headers }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A test that failed before it closed the store must not keep the process alive.
  server.unref()
  server.on('connection', (socket) => socket.unref())
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim`,
    requests,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
