import type { DirectoryFacts } from '../../source.ts'
import type { Session } from '../session/openSession.ts'
import { serverName } from '../session/serverAddress.ts'
import { anchorAttributes, detectProduct, isActiveDirectory, type Product } from './product.ts'
import { type RootDse, readRootDse } from './rootDse.ts'
import { readSchema } from './schema.ts'

/** What reading needs to know of a directory; it holds for every server of the same domain. */
export interface DirectoryProfile {
  readonly product: Product
  readonly rootDse: RootDse
  /** Best first. */
  readonly anchorAttributes: readonly string[]
  /** Attributes that hold a group's members. */
  readonly memberAttributes: readonly string[]
  readonly paging: 'supported' | 'unsupported' | 'unknown'
  readonly knownAttributes: ReadonlySet<string> | null
  /** The same as the schema spells them, without numbers. */
  readonly attributeNames: readonly string[] | null
  readonly binaryAttributes: ReadonlySet<string>
}

const pagedResultsOid = '1.2.840.113556.1.4.319'

/** Binary attributes that must not become broken text where the schema cannot be read. */
const usualBinaryAttributes: readonly string[] = [
  'audio',
  'cacertificate',
  'jpegphoto',
  'logonhours',
  'ms-ds-consistencyguid',
  'msexchmailboxguid',
  'photo',
  'thumbnaillogo',
  'thumbnailphoto',
  'usercertificate',
  'userpkcs12',
  'usersmimecertificate',
]

/** Reads root DSE and schema. Rejects with ConnectionLostError. */
export async function readProfile(session: Session): Promise<DirectoryProfile> {
  const rootDse = await readRootDse(session.connection)
  const product = detectProduct(rootDse)
  const subschemaDn = rootDse.subschemaSubentry
  const schema = subschemaDn === null ? undefined : await readSchema(session.connection, subschemaDn)
  return {
    product,
    rootDse,
    anchorAttributes: anchorAttributes(product),
    memberAttributes: isActiveDirectory(product) ? ['member'] : ['member', 'uniqueMember'],
    paging: pagingOf(rootDse),
    knownAttributes: schema?.known ?? null,
    attributeNames: schema?.names ?? null,
    binaryAttributes: new Set([...usualBinaryAttributes, ...(schema?.binary ?? [])]),
  }
}

/** The part of a profile that the whole program may know. */
export function directoryFacts(profile: DirectoryProfile, session: Session): DirectoryFacts {
  const { rootDse } = profile
  return {
    server: serverName(session.server),
    product: profile.product,
    namingContexts: rootDse.namingContexts,
    defaultNamingContext: rootDse.defaultNamingContext,
    knownAttributes: profile.knownAttributes,
  }
}

function pagingOf(rootDse: RootDse): DirectoryProfile['paging'] {
  if (rootDse.supportedControls.length === 0) return 'unknown'
  return rootDse.supportedControls.includes(pagedResultsOid) ? 'supported' : 'unsupported'
}
