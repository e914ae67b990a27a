import type { PictureProblem } from '../pictureProblem.ts'

export type NextAddress =
  | { readonly kind: 'address'; readonly url: URL }
  | { readonly kind: 'refused'; readonly problem: PictureProblem }

/**
 * Where a redirect leads, after `made` others (DC-72). Refused: more than `limit` of them, any scheme but http and https, a
 * way from https to http, and an address with a user or password in it.
 */
export function nextAddress(from: URL, location: string, made: number, limit: number): NextAddress {
  const refused = (code: PictureProblem['code'], what: string, remedy: string): NextAddress => ({
    kind: 'refused',
    problem: { side: 'directory', code, message: `${from.host} redirects ${what}.`, remedy, place: from.href },
  })
  const direct = 'Name in the pattern the address where the pictures are.'
  if (made >= limit) return refused('too-many-redirects', `once more after ${limit} redirects`, direct)
  if (location === '' || !URL.canParse(location, from.href)) {
    return refused('redirect-refused', 'to something that is no address', 'Repair the redirect at the server.')
  }
  const url = new URL(location, from.href)
  url.hash = ''
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return refused('redirect-refused', `to an address of the kind ${url.protocol}`, direct)
  }
  if (url.username !== '' || url.password !== '') {
    return refused('redirect-refused', 'to an address with a user or password in it', direct)
  }
  if (from.protocol === 'https:' && url.protocol === 'http:') {
    return refused('redirect-refused', `from https to http, to ${url.host}`, 'Let the server redirect to https.')
  }
  return { kind: 'address', url }
}
