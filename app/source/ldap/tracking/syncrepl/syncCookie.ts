/**
 * OpenLDAP's own form of a cookie, out of the values of contextCSN: one for each server that takes writes, in the order
 * of their ids, the third part of each.
 */
export function syncCookie(contextCsns: readonly string[]): string {
  const serverId = (csn: string) => csn.split('#')[2] ?? ''
  const ordered = [...contextCsns].sort((a, b) => (serverId(a) < serverId(b) ? -1 : 1))
  return `rid=000,csn=${ordered.join(';')}`
}

/** Whether two cookies stand for the same state of the directory, whatever else they say. */
export function isSamePlace(cookie: string, other: string): boolean {
  return csnsOf(cookie) === csnsOf(other)
}

function csnsOf(cookie: string): string | undefined {
  return /(?:^|,)csn=([^,]*)/.exec(cookie)?.[1]
}
