import { EntryDecoder } from '../protocol/entryDecoder.ts'
import type { LdapConnection } from '../protocol/ldapConnection.ts'
import { anyEntry, search } from '../protocol/search.ts'
import { changeNumber, readWhole } from '../reading/readWhole.ts'

/** What the schema says of attributes; names in lower case where nothing else is said. */
export interface AttributeSchema {
  /** As spelled, in the order of the schema, without numbers. */
  readonly names: readonly string[]
  readonly known: ReadonlySet<string>
  /** Attributes whose values are bytes and no text. */
  readonly binary: ReadonlySet<string>
}

/** Syntaxes of RFC 4517 whose values are bytes: binary, certificates and lists, fax, JPEG, octet string. */
const binarySyntaxes: ReadonlySet<string> = new Set(
  ['5', '8', '9', '10', '23', '28', '40', '49'].map((number) => `1.3.6.1.4.1.1466.115.121.1.${number}`),
)

/**
 * Reads the subschema entry (RFC 4512 4.2), which Active Directory offers as CN=Aggregate too. Undefined when the
 * server does not show it. Rejects with ConnectionLostError.
 */
export async function readSchema(
  connection: LdapConnection,
  subschemaDn: string,
): Promise<AttributeSchema | undefined> {
  const decoder = new EntryDecoder({ shown: new Set(['attributetypes']), aside: new Set([changeNumber]) })
  const parameters = { baseDn: subschemaDn, scope: 'base', filter: anyEntry, attributes: ['attributeTypes'] } as const
  const { entries } = await search(connection, parameters, decoder)
  const [entry] = entries
  if (entry === undefined) return undefined
  const { attributes } = await readWhole(connection, decoder, entry)
  const types = attributes.attributetypes?.map(parseAttributeType) ?? []
  if (types.length === 0) return undefined
  return {
    names: types.flatMap((type) => type.spelled),
    known: new Set(types.flatMap((type) => type.names)),
    binary: new Set(types.filter((type) => binarySyntaxes.has(type.syntax)).flatMap((type) => type.names)),
  }
}

/** `( 2.5.4.3 NAME ( 'cn' 'commonName' ) SUP name SYNTAX … )` */
function parseAttributeType(text: string): {
  readonly spelled: readonly string[]
  readonly names: readonly string[]
  readonly syntax: string
} {
  const list = /\bNAME\s+(?:'([^']*)'|\(([^)]*)\))/.exec(text)
  const names =
    list?.[1] === undefined ? [...(list?.[2] ?? '').matchAll(/'([^']*)'/g)].map((each) => each[1] ?? '') : [list[1]]
  const oid = /^\(\s*([\w.-]+)/.exec(text)?.[1]
  const syntax = /\bSYNTAX\s+'?([0-9.]+)/.exec(text)?.[1] ?? ''
  return {
    spelled: names,
    names: [...names, ...(oid === undefined ? [] : [oid])].map((name) => name.toLowerCase()),
    syntax,
  }
}
