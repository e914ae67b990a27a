import { EntryDecoder } from '../protocol/entryDecoder.ts'
import type { LdapConnection } from '../protocol/ldapConnection.ts'
import { anyEntry, search } from '../protocol/search.ts'
import { refuseBusy } from '../protocol/serverBusyError.ts'

/** What the server says of itself (RFC 4512 5.1, MS-ADTS 3.1.1.3.2). Lists are empty where it says nothing. */
export interface RootDse {
  readonly namingContexts: readonly string[]
  readonly defaultNamingContext: string | null
  readonly subschemaSubentry: string | null
  readonly dnsHostName: string | null
  readonly vendorName: string
  readonly objectClasses: readonly string[]
  readonly supportedControls: readonly string[]
  readonly supportedCapabilities: readonly string[]
  readonly supportedSaslMechanisms: readonly string[]
}

const attributes = [
  'objectClass',
  'namingContexts',
  'defaultNamingContext',
  'subschemaSubentry',
  'dnsHostName',
  'vendorName',
  'supportedControl',
  'supportedCapabilities',
  'supportedSASLMechanisms',
]

/** Reads the root DSE; empty when the server does not show it. Rejects with ConnectionLostError and ServerBusyError. */
export async function readRootDse(connection: LdapConnection): Promise<RootDse> {
  const decoder = new EntryDecoder({ shown: new Set(attributes.map((name) => name.toLowerCase())) })
  const parameters = { baseDn: '', scope: 'base', filter: anyEntry, attributes } as const
  const { entries, result } = await search(connection, parameters, decoder)
  refuseBusy(result)
  const found = entries[0]?.attributes ?? {}
  const values = (name: string): readonly string[] => found[name.toLowerCase()] ?? []
  return {
    namingContexts: values('namingContexts'),
    defaultNamingContext: values('defaultNamingContext')[0] ?? null,
    subschemaSubentry: values('subschemaSubentry')[0] ?? null,
    dnsHostName: values('dnsHostName')[0] ?? null,
    vendorName: values('vendorName')[0] ?? '',
    objectClasses: values('objectClass'),
    supportedControls: values('supportedControl'),
    supportedCapabilities: values('supportedCapabilities'),
    supportedSaslMechanisms: values('supportedSASLMechanisms'),
  }
}
