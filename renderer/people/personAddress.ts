import type { KnownObject } from '../../app/api/explain/knownObject.ts'

/** The address of the page that explains somebody: an e-mail address or a DN. */
export function personAddress(who: string): string {
  return `/people/${encodeURIComponent(who)}`
}

/** By what an object is looked for: people by their address, which stays when they move, and all others by DN. */
export function whoIs({ kind, name, dn }: Pick<KnownObject, 'kind' | 'name' | 'dn'>): string {
  return (kind === 'user' || kind === 'room') && name.includes('@') ? name : dn
}
