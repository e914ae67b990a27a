import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ConnectorError } from '../../../app/model/error.ts'
import { contentPolicy } from '../../contentPolicy.ts'
import { type ApiHandler, isApiPath, largestHeader } from '../apiHandler.ts'
import { closeServer } from '../closeServer.ts'
import { browserSessions } from './browserSessions.ts'
import { enterPage } from './enterPage.ts'
import type { LoopbackAddress } from './loopbackAddress.ts'
import { needLinkPage } from './needLinkPage.ts'
import { requestOrigin } from './requestOrigin.ts'
import { serveFile } from './serveFile.ts'

export interface BrowserServer extends AsyncDisposable {
  /** `http://127.0.0.1:8080` */
  readonly origin: string
  /** A new link that lets one browser in, once, within ten minutes. */
  makeLink(): string
  /** Takes no more requests; answers that are on their way still get through. */
  [Symbol.asyncDispose](): Promise<void>
}

export interface BrowserServerOptions {
  readonly address: LoopbackAddress
  /** The built pages. */
  readonly pageFolder: string
  readonly answer: ApiHandler
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
}

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': `${contentPolicy}; frame-ancestors 'none'`,
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

/**
 * Serves pages and API to browsers of this computer. A browser is let in by a link that works once; from then on its
 * session is a cookie that no script can read and no other site can use. Every request must name the very host that is
 * served (a name that was made to point here is refused), and whatever is more than showing a page must come from our
 * own page.
 * @throws ConnectorError (side connector) `port-not-free`
 */
export async function startBrowserServer(options: BrowserServerOptions): Promise<BrowserServer> {
  const server = createServer({ maxHeaderSize: largestHeader })
  const { origin, host, port } = await listen(server, options.address)
  const sessions = browserSessions(options.now)
  // Cookies know no ports: the name keeps several services of one computer apart.
  const cookie = `directory-connector-${port}`

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const refuse = (status: number, text: string) =>
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
    const page = (status: number, html: string) =>
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html)

    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (request.headers.host !== host) return refuse(421, `Only ${origin} is served here.`)
    const from = requestOrigin(request.method ?? '', request.headers, origin)
    if (from === 'foreign') return refuse(403, 'Only the pages of Directory Connector itself may ask for this.')
    const address = readAddress(origin, request.url)
    if (address === undefined) return refuse(400, 'This is no address.')

    if (address.pathname === '/open' && request.method === 'GET') {
      const secret = sessions.open(address.searchParams.get('token') ?? '')
      if (secret === undefined) return page(401, needLinkPage('link not valid'))
      response.setHeader('set-cookie', `${cookie}=${secret}; Path=/; HttpOnly; SameSite=Strict`)
      if (isFromElsewhere(request)) return page(200, enterPage)
      return response.writeHead(303, { location: '/' }).end()
    }
    if (!sessions.knows(readCookie(request, cookie))) return page(401, needLinkPage('no session'))
    if (isApiPath(address.pathname)) {
      if (from === 'page') return options.answer(request, response)
      return refuse(403, 'Only the pages of Directory Connector itself may ask for this.')
    }
    if (request.method !== 'GET') return refuse(405, 'Pages can only be read.')
    return serveFile(options.pageFolder, address.href, response)
  })
  return {
    origin,
    makeLink: () => `${origin}/open?token=${sessions.makeToken()}`,
    [Symbol.asyncDispose]: () => closeServer(server),
  }
}

async function listen(server: Server, { host, port }: LoopbackAddress) {
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new ConnectorError({
      side: 'connector',
      code: 'port-not-free',
      message: `Browsers cannot be served on ${host}, port ${port} (${code ?? String(cause)}).`,
      remedy: 'Name another port with --http, or port 0 for any that is free.',
      place: `${host}:${port}`,
      cause,
    })
  }
  const bound = server.address() as AddressInfo
  const { origin, host: name } = new URL(`http://${bound.family === 'IPv6' ? `[${host}]` : host}:${bound.port}`)
  return { origin, host: name, port: bound.port }
}

function readAddress(origin: string, path = ''): URL | undefined {
  return path.startsWith('/') && URL.canParse(origin + path) ? new URL(origin + path) : undefined
}

/** Whether the link was followed on a page of somebody else, and not opened by itself. */
function isFromElsewhere({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  return site === 'cross-site' || site === 'same-site'
}

function readCookie({ headers }: IncomingMessage, name: string): string {
  const found = (headers.cookie ?? '').split(/;\s*/).find((each) => each.startsWith(`${name}=`))
  return found?.slice(name.length + 1) ?? ''
}
