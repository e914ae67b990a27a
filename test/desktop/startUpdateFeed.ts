import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A place where newer versions are published, as `npm run dist` makes its files. */
export interface UpdateFeed {
  readonly url: string
  /** What is published there now; null: nothing. */
  version: string | null
  /** What it was asked for so far. */
  readonly asked: ReadonlyArray<{ readonly path: string; readonly headers: IncomingHttpHeaders }>
  stop(): Promise<void>
}

export async function startUpdateFeed(): Promise<UpdateFeed> {
  const asked: Array<UpdateFeed['asked'][number]> = []
  const server = createServer(({ url = '', headers }, answer) => {
    const { pathname } = new URL(url, 'http://feed')
    asked.push({ path: pathname, headers })
    if (feed.version === null) return answer.writeHead(404).end()
    answer.end(pathname.endsWith('.yml') ? described(feed.version) : 'no program')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const feed: UpdateFeed = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/connector`,
    version: null,
    asked,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return feed
}

function described(version: string): string {
  const sha512 = createHash('sha512').update('no program').digest('base64')
  const file = (name: string) =>
    `  - url: ${name}\n    sha512: ${sha512}\n    size: 10\n    isAdminRightsRequired: true\n`
  const names = ['Setup-99.exe', 'Connector-99.AppImage', 'connector_99_amd64.deb']
  return `version: ${version}\nfiles:\n${names.map(file).join('')}releaseDate: '2026-01-01T00:00:00.000Z'\n`
}
