import { withoutTrailingSlash } from './withoutTrailingSlash.ts'

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The service's address with the organization's id as a UUID. Webex also shows the id as base64 of
 * `ciscospark://us/ORGANIZATION/UUID`, which begins with `Y2`; SCIM takes only the UUID.
 */
export function webexServiceUrl(url: URL): URL {
  const result = withoutTrailingSlash(url)
  result.pathname = result.pathname
    .split('/')
    .map((segment) => (segment.startsWith('Y2') ? organizationId(segment) : segment))
    .join('/')
  return result
}

function organizationId(encoded: string): string {
  const decoded = Buffer.from(decodeURIComponent(encoded), 'base64url').toString('utf8')
  return uuid.exec(decoded)?.[0] ?? encoded
}
