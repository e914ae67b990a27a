import { type LdapsearchEntry, type LdapsearchOptions, ldapsearchArguments } from '../services/ldapsearch.ts'
import { run } from '../services/run.ts'
import { type Dialect, expectedContent } from './expectedContent.ts'
import { type PlainContent, type PlainResource, withoutEmpty } from './plainContent.ts'
import type { Resource } from './readStore.ts'

/** Users, rooms and groups as they can be compared, pictures and contacts apart. */
export interface EveryKind {
  readonly content: PlainContent
  /** Media type and bytes (in base64) by userName. */
  readonly photos: ReadonlyMap<string, string>
  /** In the order of their displayNames. */
  readonly contacts: readonly PlainResource[]
}

/** What a store holds, from `plainContent` and its list of contacts. */
export function storedKinds({ users, groups }: PlainContent, contacts: readonly Resource[]): EveryKind {
  const photos = new Map<string, string>()
  const plain = new Map<string, PlainResource>()
  for (const [name, { photos: list, ...user }] of users) {
    plain.set(name, user)
    const items = (list ?? []) as readonly { readonly value: string; readonly type: string }[]
    if (items.length > 0) photos.set(name, items.map(({ value, type }) => `${type} ${value}`).join(' and '))
  }
  return {
    content: { users: plain, groups },
    photos,
    contacts: inOrder(contacts.map(({ id: _id, meta: _meta, schemas: _schemas, ...contact }) => withoutEmpty(contact))),
  }
}

export interface EveryKindDirectory {
  readonly entries: readonly LdapsearchEntry[]
  readonly dialect: Dialect
  isRoom(entry: LdapsearchEntry): boolean
  /** By lower-case DN: the attribute with the picture, in base64. */
  readonly photos: ReadonlyMap<string, string>
}

/** What a store must hold, from an independent reading of the directory. A picture that is cut off is none. */
export function expectedKinds({ entries, dialect, isRoom, photos }: EveryKindDirectory): EveryKind {
  const { users, groups } = expectedContent(entries, dialect)
  const people = new Map(entries.filter(dialect.isUser).map((entry) => [first(entry, 'mail') ?? '', entry]))
  const expected = [...users].map(([name, user]): [string, PlainResource] => {
    const entry = people.get(name)
    return [name, entry && isRoom(entry) ? { ...user, userType: 'room', active: true } : user]
  })
  const uris = [...users.keys()].flatMap((name): [string, string][] => {
    const base64 = photos.get(people.get(name)?.dn.toLowerCase() ?? '')
    const mediaType = base64 && mediaTypeOf(Buffer.from(base64, 'base64'))
    return mediaType ? [[name, `photo data:${mediaType};base64,${base64}`]] : []
  })
  const contacts = entries.filter((entry) => entry.attributes.get('objectclass')?.includes('contact'))
  return {
    content: { users: new Map(expected), groups },
    photos: new Map(uris),
    contacts: inOrder(contacts.filter(isReachable).map((entry) => expectedContact(entry, dialect))),
  }
}

function expectedContact(entry: LdapsearchEntry, { streetAttribute }: Dialect): PlainResource {
  const text = (name: string) => first(entry, name)
  const mail = text('mail')
  const phones = { work: 'telephonenumber', mobile: 'mobile', fax: 'facsimiletelephonenumber' }
  const wholeName = [text('givenname'), text('sn')].filter(Boolean).join(' ')
  const sip = text('msrtcsip-primaryuseraddress')?.replace(/^sip:/, '')
  const address = withoutEmpty({
    streetAddress: text(streetAttribute),
    locality: text('l'),
    region: text('st'),
    postalCode: text('postalcode'),
    country: text('c'),
  })
  return withoutEmpty({
    displayName: text('displayname') ?? (wholeName || text('cn')),
    name: withoutEmpty({ givenName: text('givenname'), familyName: text('sn') }),
    title: text('title'),
    organization: text('company') ?? text('o'),
    emails: mail === undefined ? [] : [{ value: mail, type: 'work', primary: true }],
    phoneNumbers: Object.entries(phones).flatMap(([type, name]) => {
      const number = text(name)
      return number === undefined ? [] : [{ value: number.replace(/[^+\d]/g, ''), type }]
    }),
    addresses: Object.keys(address).length > 0 ? [{ ...address, type: 'work' }] : [],
    sipAddresses: sip === undefined ? [] : [{ value: sip, type: 'enterprise' }],
  })
}

/** Reads an attribute of bytes: base64 by lower-case DN. */
export async function readBytes(options: LdapsearchOptions, attribute: string): Promise<ReadonlyMap<string, string>> {
  const only = { ...options, filter: `(${attribute}=*)`, attributes: [attribute] }
  const ldif = await run('ldapsearch', ldapsearchArguments(only), { env: { LDAPTLS_REQCERT: 'never' } })
  const records = [...ldif.matchAll(/^dn: (.*)\n(?:.+\n)*?([A-Za-z]+):: (.*)$/gm)]
  return new Map(records.map(([, dn = '', , base64 = '']) => [dn.toLowerCase(), base64]))
}

const marks: readonly (readonly [mediaType: string, beginning: string, end: string])[] = [
  ['image/jpeg', 'ffd8ff', 'ffd9'],
  ['image/png', '89504e47', 'ae426082'],
  ['image/gif', '47494638', '3b'],
  ['image/bmp', '424d', ''],
]

function mediaTypeOf(bytes: Buffer): string | undefined {
  const hex = bytes.toString('hex')
  return marks.find(([, beginning, end]) => hex.startsWith(beginning) && hex.endsWith(end))?.[0]
}

function isReachable({ attributes }: LdapsearchEntry): boolean {
  return ['mail', 'telephonenumber', 'mobile', 'msrtcsip-primaryuseraddress'].some((name) => attributes.has(name))
}

function first({ attributes }: LdapsearchEntry, name: string): string | undefined {
  return attributes.get(name)?.[0]
}

function inOrder(contacts: readonly PlainResource[]): readonly PlainResource[] {
  return contacts.toSorted((left, right) => (String(left.displayName) < String(right.displayName) ? -1 : 1))
}
