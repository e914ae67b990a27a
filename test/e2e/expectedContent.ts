import type { LdapsearchEntry } from '../services/ldapsearch.ts'
import { enterprise, extension, type PlainContent, type PlainResource, withoutEmpty } from './plainContent.ts'

/** Which of the directory's entries are people and groups, and what is special about their attributes. */
export interface Dialect {
  isUser(entry: LdapsearchEntry): boolean
  isGroup(entry: LdapsearchEntry): boolean
  isDisabled(entry: LdapsearchEntry): boolean
  readonly streetAttribute: string
}

export const activeDirectory: Dialect = {
  isUser: (entry) => has(entry, 'objectclass', 'user') && has(entry, 'objectclass', 'person') && !isComputer(entry),
  isGroup: (entry) =>
    has(entry, 'objectclass', 'group') &&
    Number(first(entry, 'grouptype')) < 0 &&
    first(entry, 'iscriticalsystemobject') !== 'TRUE',
  isDisabled: (entry) => (Number(first(entry, 'useraccountcontrol')) & 2) !== 0,
  streetAttribute: 'streetaddress',
}

export const openLdap: Dialect = {
  isUser: (entry) => has(entry, 'objectclass', 'inetorgperson'),
  isGroup: (entry) => has(entry, 'objectclass', 'groupofnames'),
  isDisabled: () => false,
  streetAttribute: 'street',
}

/**
 * What the store must hold for these entries with the default mapping, worked out again in the plainest way from the
 * table of DC-20 and the places of its attributes in SCIM. It knows no more about valid values than the test data needs.
 */
export function expectedContent(entries: readonly LdapsearchEntry[], dialect: Dialect): PlainContent {
  const people = entries.filter((entry) => dialect.isUser(entry) && isAddress(uid(entry)))
  const timesUsed = new Map<string, number>()
  for (const entry of people) timesUsed.set(uid(entry), (timesUsed.get(uid(entry)) ?? 0) + 1)
  const users = people.filter((entry) => timesUsed.get(uid(entry)) === 1)
  const groups = entries.filter(dialect.isGroup)

  const userOfDn = new Map(users.map((entry) => [dnKey(entry.dn), first(entry, 'mail')]))
  const groupOfDn = new Map(groups.map((entry) => [dnKey(entry.dn), first(entry, 'cn')]))
  const membersOf = (group: LdapsearchEntry) =>
    (group.attributes.get('member') ?? []).flatMap((dn) => {
      const [user, nested] = [userOfDn.get(dnKey(dn)), groupOfDn.get(dnKey(dn))]
      return user ? [`User ${user}`] : nested ? [`Group ${nested}`] : []
    })
  return {
    users: new Map(users.map((entry) => [uid(entry), expectedUser(entry, dialect, userOfDn)])),
    groups: new Map(
      groups.map((entry) => {
        const displayName = first(entry, 'cn') ?? ''
        return [displayName, { displayName, members: membersOf(entry).sort() }]
      }),
    ),
  }
}

function expectedUser(
  entry: LdapsearchEntry,
  { isDisabled, streetAttribute }: Dialect,
  userOfDn: ReadonlyMap<string, string | undefined>,
): PlainResource {
  const text = (name: string) => first(entry, name)?.trim().normalize('NFC')
  const mail = text('mail')
  const sip = (text('msrtcsip-primaryuseraddress') ?? text('ipphone'))?.replace(/^sip:/, '')
  return withoutEmpty({
    userName: mail,
    emails: [{ value: mail, type: 'work', primary: true }],
    active: !isDisabled(entry),
    displayName: text('displayname'),
    name: withoutEmpty({ givenName: text('givenname'), familyName: text('sn') }),
    title: text('title'),
    userType: text('employeetype'),
    preferredLanguage: matching(text('preferredlanguage')?.replace('_', '-'), /^[a-z]{2}-[A-Z]{2}$/),
    phoneNumbers: [
      { type: 'fax', value: phone(text('facsimiletelephonenumber')) },
      { type: 'mobile', value: phone(text('mobile')) },
      { type: 'work', value: phone(text('telephonenumber')) },
    ].filter(({ value }) => value !== undefined),
    addresses: [
      withoutEmpty({
        type: 'work',
        streetAddress: text(streetAttribute),
        locality: text('l'),
        region: text('st'),
        postalCode: text('postalcode'),
        country: matching(text('c'), /^[A-Z]{2}$/),
      }),
    ].filter((address) => Object.keys(address).length > 1),
    [enterprise]: withoutEmpty({
      department: text('departmentnumber'),
      employeeNumber: text('employeenumber'),
      organization: text('o'),
      division: text('ou'),
      manager: userOfDn.get(dnKey(first(entry, 'manager') ?? '')),
    }),
    [extension]: withoutEmpty({
      physicalDeliveryOfficeName: text('physicaldeliveryofficename'),
      sipAddresses: sip && /^[^@].*@/.test(sip) ? [{ type: 'enterprise', value: sip }] : [],
    }),
  })
}

function first(entry: LdapsearchEntry, name: string): string | undefined {
  return entry.attributes.get(name)?.[0]
}

/** Servers write an escaped comma in two ways, and DNs in any letter case. */
function dnKey(dn: string): string {
  return dn.toLowerCase().replaceAll('\\2c', '\\,')
}

function uid(entry: LdapsearchEntry): string {
  return first(entry, 'mail')?.toLowerCase() ?? ''
}

function has(entry: LdapsearchEntry, name: string, value: string): boolean {
  return entry.attributes.get(name)?.some((each) => each.toLowerCase() === value) ?? false
}

function isComputer(entry: LdapsearchEntry): boolean {
  return has(entry, 'objectclass', 'computer') || /^cn=computer,/i.test(first(entry, 'objectcategory') ?? '')
}

function isAddress(text: string): boolean {
  return /^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(text)
}

/** The numbers of the test data are international ones: nothing but `+` and digits is sent. */
function phone(value: string | undefined): string | undefined {
  const number = matching(value, /\d/)
  return number?.startsWith('+') ? number.replace(/[^+\d]/g, '') : number
}

function matching(value: string | undefined, pattern: RegExp): string | undefined {
  return value !== undefined && pattern.test(value) ? value : undefined
}
