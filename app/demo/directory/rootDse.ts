import { dnKey, parseDn } from '../../model/dn.ts'
import { parseGuid } from './binaryValue.ts'
import type { DirectoryLimits } from './directoryLimits.ts'
import type { DirectoryKind, DirectoryTree } from './directoryTree.ts'
import { formatGeneralizedTime } from './formatGeneralizedTime.ts'
import { StoredEntry } from './storedEntry.ts'
import { pagedResultsOid, showDeletedOid } from './wire/readMessage.ts'

export const startTlsOid = '1.3.6.1.4.1.1466.20037'
export const whoAmIOid = '1.3.6.1.4.1.4203.1.11.3'

export const supportedControls: Readonly<Record<DirectoryKind, readonly string[]>> = {
  'ad-ds': [pagedResultsOid, showDeletedOid],
  ldap: [pagedResultsOid],
}

const usualInvocationId = '5e0b6c1f-7a7d-0e4c-9a3d-5b2f8e417c60'

/** What the directory says of itself besides its entries. */
export interface RootDseFacts {
  readonly tree: DirectoryTree
  readonly now: Date
  readonly tls: 'offered' | 'none'
}

/** The entry with the empty DN (RFC 4512 5.1), with the attributes of MS-ADTS 3.1.1.3.2 on AD DS. */
export function rootDse({ tree, now, tls }: RootDseFacts): StoredEntry {
  const contexts = tree.namingContexts.map((entry) => entry.dn)
  const root = new StoredEntry('', '')
  root.set('namingContexts', contexts)
  root.set('supportedLDAPVersion', ['3'])
  root.set('supportedControl', supportedControls[tree.kind])
  root.set('supportedExtension', [...(tls === 'offered' ? [startTlsOid] : []), whoAmIOid])
  root.set('supportedSASLMechanisms', tls === 'offered' ? ['EXTERNAL'] : [])
  root.set('subschemaSubentry', [subschemaDn(tree)])
  if (tree.kind === 'ldap') {
    root.set('objectClass', ['top', 'OpenLDAProotDSE'])
    root.set('supportedFeatures', ['1.3.6.1.4.1.4203.1.5.1', '1.3.6.1.1.14'])
    return root
  }
  const [domain = ''] = contexts
  const names = configurationDns(domain)
  const dnsDomain = dnsName(domain)
  root.set('namingContexts', [...contexts, names.configuration, names.schema])
  root.set('defaultNamingContext', [domain])
  root.set('rootDomainNamingContext', [domain])
  root.set('configurationNamingContext', [names.configuration])
  root.set('schemaNamingContext', [names.schema])
  root.set('dsServiceName', [names.service])
  root.set('serverName', [names.server])
  root.set('dnsHostName', [`dc1.${dnsDomain}`])
  root.set('ldapServiceName', [`${dnsDomain}:dc1$@${dnsDomain.toUpperCase()}`])
  root.set('highestCommittedUSN', [String(tree.highestUsn)])
  root.set('currentTime', [formatGeneralizedTime('ad-ds', now)])
  root.set(
    'supportedCapabilities',
    [800, 1670, 1791, 1935, 2080, 2237].map((last) => `1.2.840.113556.1.4.${last}`),
  )
  root.set('domainFunctionality', ['7'])
  root.set('forestFunctionality', ['7'])
  root.set('domainControllerFunctionality', ['7'])
  root.set('isSynchronized', ['TRUE'])
  root.set('isGlobalCatalogReady', ['TRUE'])
  return root
}

/** The DN of the entry that holds the schema. */
export function subschemaDn(tree: DirectoryTree): string {
  if (tree.kind === 'ldap') return 'cn=Subschema'
  return `CN=Aggregate,${configurationDns(tree.namingContexts[0]?.dn ?? '').schema}`
}

/**
 * Entries outside the domain that clients look up by name: the service of the domain controller, which holds
 * invocationId. None for other directories than AD DS.
 */
export function serviceEntries(tree: DirectoryTree, limits: DirectoryLimits): readonly StoredEntry[] {
  if (tree.kind === 'ldap') return []
  const names = configurationDns(tree.namingContexts[0]?.dn ?? '')
  const service = new StoredEntry(names.service, dnKey(names.service))
  service.set('objectClass', ['top', 'applicationSettings', 'nTDSDSA'])
  service.set('cn', ['NTDS Settings'])
  service.set('distinguishedName', [names.service])
  service.set('invocationId', [parseGuid(limits.invocationId ?? usualInvocationId)])
  return [service]
}

function configurationDns(domain: string): Record<'configuration' | 'schema' | 'server' | 'service', string> {
  const configuration = `CN=Configuration,${domain}`
  const server = `CN=DC1,CN=Servers,CN=Default-First-Site-Name,CN=Sites,${configuration}`
  return { configuration, schema: `CN=Schema,${configuration}`, server, service: `CN=NTDS Settings,${server}` }
}

/** `corp.example` for `DC=corp,DC=example`. */
function dnsName(domain: string): string {
  return parseDn(domain)
    .map((rdn) => rdn[0]?.value ?? '')
    .join('.')
}
