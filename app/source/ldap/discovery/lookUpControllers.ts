import type { SrvRecord } from 'node:dns'
import type { Resolver } from 'node:dns/promises'
import { ConnectorError } from '../../../model/error.ts'
import { orderServiceRecords } from './orderServiceRecords.ts'

/** What a lookup needs from outside. */
export interface LookupParts {
  /** A resolver for one lookup; a new one knows the DNS servers that the machine has now. */
  readonly resolver: () => Pick<Resolver, 'resolveSrv' | 'cancel'>
  /** Uniform in [0, 1): chooses among controllers of one priority. */
  readonly random: () => number
}

export interface DomainController {
  /** In lower case, without a final dot. */
  readonly host: string
  readonly port: number
}

/** What DNS says of the controllers of a domain. */
export interface DomainControllers {
  /** The name that was looked up. */
  readonly queryName: string
  /** In the order in which to try them; at least one. */
  readonly controllers: readonly DomainController[]
  /** Hosts that do not lie in the domain, and are therefore not among the controllers. */
  readonly outside: readonly string[]
}

const longestLookupSeconds = 10

/**
 * Looks up the domain controllers of an AD DS domain in DNS (DC-4). Whoever can forge an answer of DNS could name a
 * server of his own, with a good certificate for it, and be sent the password: hosts outside of the domain are left out
 * (RFC 4513 3.1.3 forbids to take the expected name from an insecure source). Throws ConnectorError (directory,
 * `no-domain-controller`) when none is left.
 */
export async function lookUpControllers(domain: string, parts: LookupParts): Promise<DomainControllers> {
  const queryName = `_ldap._tcp.dc._msdcs.${domain}`
  const records = await resolveService(domain, queryName, parts)
  // A target of "." says that the service is not offered (RFC 2782).
  const offered = records
    .map((record) => ({ ...record, name: record.name.replace(/\.$/, '').toLowerCase() }))
    .filter(({ name }) => name !== '')
  if (offered.length === 0) throw noController(domain, `${queryName} has no SRV record that names one`, wrongDomain)
  const ordered = orderServiceRecords(offered, parts.random)
  const controllers = ordered
    .filter(({ name }) => isInDomain(name, domain))
    .map(({ name, port }) => ({ host: name, port }))
  const outside = ordered.filter(({ name }) => !isInDomain(name, domain)).map(({ name }) => name)
  if (controllers.length === 0) {
    const detail = `${queryName} names only hosts outside of the domain: ${outside.join(', ')}`
    throw noController(domain, detail, 'If these are your controllers, list them under directory.servers.')
  }
  return { queryName, controllers, outside }
}

async function resolveService(domain: string, queryName: string, parts: LookupParts): Promise<readonly SrvRecord[]> {
  const resolver = parts.resolver()
  const timer = setTimeout(() => resolver.cancel(), longestLookupSeconds * 1000)
  try {
    return await resolver.resolveSrv(queryName)
  } catch (error) {
    const code = dnsCode(error)
    if (code === undefined) throw error
    throw noController(domain, `${detailOf(code, queryName)} (${code})`, isAnswer(code) ? wrongDomain : noDns, error)
  } finally {
    clearTimeout(timer)
  }
}

const wrongDomain =
  'Check that directory.domain is the DNS name of the domain (corp.example.com, not CORP), and that this machine asks the DNS servers of that domain; or list the controllers under directory.servers.'
const noDns = 'Check the DNS servers of this machine; or list the controllers under directory.servers.'

/** `ENOTFOUND`, `ETIMEOUT`, …; undefined for what is no failure of DNS. */
function dnsCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('syscall' in error) || !('code' in error)) return undefined
  return String(error.code)
}

function isAnswer(code: string): boolean {
  return code === 'ENOTFOUND' || code === 'ENODATA'
}

function detailOf(code: string, queryName: string): string {
  switch (code) {
    case 'ENOTFOUND':
      return `DNS knows no name ${queryName}`
    case 'ENODATA':
      return `DNS has no SRV records for ${queryName}`
    case 'ETIMEOUT':
    case 'ECANCELLED':
    case 'ECONNREFUSED':
      return `no DNS server answered the question for ${queryName}`
    default:
      return `the DNS server could not answer the question for ${queryName}`
  }
}

function noController(domain: string, detail: string, remedy: string, cause?: unknown): ConnectorError {
  const message = `No domain controller of ${domain} was found: ${detail}.`
  return new ConnectorError({ side: 'directory', code: 'no-domain-controller', message, remedy, place: 'DNS', cause })
}

/** Only the letters of host names: anything else could mean another host once it stands in a URL. */
function isInDomain(host: string, domain: string): boolean {
  const suffix = domain.toLowerCase()
  return /^[a-z0-9._-]+$/.test(host) && (host === suffix || host.endsWith(`.${suffix}`))
}
