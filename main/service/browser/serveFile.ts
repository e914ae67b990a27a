import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { pageFile } from '../../pageFile.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** Answers with the file of the built page that `address` names, and with 404 where there is none. */
export async function serveFile(pageFolder: string, address: string, response: ServerResponse): Promise<void> {
  const file = pageFile(pageFolder, address)
  const found = file === undefined ? undefined : await stat(file).catch(() => undefined)
  if (file === undefined || !found?.isFile()) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found.')
    return
  }
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-length': found.size,
    // Names of assets change with their content; the page that names them does not.
    'cache-control': new URL(address).pathname.startsWith('/assets/')
      ? 'private, max-age=31536000, immutable'
      : 'no-cache',
  })
  await pipeline(createReadStream(file), response).catch(() => response.destroy())
}
