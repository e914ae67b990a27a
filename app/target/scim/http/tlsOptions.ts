import { getCACertificates } from 'node:tls'

/** What undici needs for a connection that is always verified: TLS 1.2 or newer, the system store plus `ca` (PEM). */
export function tlsOptions(
  url: URL,
  ca: string | undefined,
): { readonly minVersion?: 'TLSv1.2'; readonly ca?: string[] } {
  if (url.protocol !== 'https:') return {}
  const authorities = [...getCACertificates('default'), ...getCACertificates('system')]
  return { minVersion: 'TLSv1.2', ca: ca === undefined ? authorities : [...authorities, ca] }
}
