import { existsSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { ConnectorError } from '../../../app/model/error.ts'

const program = resolve(import.meta.dirname, '../../..')

/** Where the build puts the pages, seen from the sources and from what is built of them. */
const shippedPages = extname(import.meta.filename) === '.ts' ? join(program, 'out/renderer') : join(program, 'renderer')

/**
 * The folder of the built pages.
 * @throws ConnectorError (side connector) `pages-not-built`
 */
export function builtPages(folder: string = shippedPages): string {
  if (existsSync(join(folder, 'index.html'))) return resolve(folder)
  throw new ConnectorError({
    side: 'connector',
    code: 'pages-not-built',
    message: `There are no pages to serve: ${folder} has no index.html.`,
    remedy: 'In a checkout, `npm run build` builds them; an installed program should be installed again.',
    place: folder,
  })
}
