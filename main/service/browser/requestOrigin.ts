import type { IncomingHttpHeaders } from 'node:http'

/**
 * Who made a browser send a request:
 * - `page`: our own page, by script or by link;
 * - `navigation`: a person who opens an address, or a link of another page that does nothing but show ours;
 * - `foreign`: anything else, such as a script of another site.
 */
export type RequestOrigin = 'page' | 'navigation' | 'foreign'

/**
 * Tells by what no script can forge: `Origin`, and where browsers leave it out (GET requests of the page itself)
 * `Sec-Fetch-Site` and `Sec-Fetch-Mode` (Fetch Metadata Request Headers).
 * @param own the origin that is served: `http://127.0.0.1:8080`
 */
export function requestOrigin(method: string, headers: IncomingHttpHeaders, own: string): RequestOrigin {
  const { origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = headers
  if (origin !== undefined) return origin === own ? 'page' : 'foreign'
  if (method !== 'GET') return 'foreign'
  if (site === 'same-origin') return 'page'
  return mode === undefined || mode === 'navigate' ? 'navigation' : 'foreign'
}
