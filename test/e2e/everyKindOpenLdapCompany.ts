import { pictures } from './everyKindPictures.ts'

const baseDn = 'dc=example,dc=com'
const company = `OU=Company,${baseDn}`

/** Places of the company. */
export const openLdapPlaces = {
  company,
  people: `OU=People,${company}`,
  contacts: `OU=Contacts,${company}`,
  groups: `OU=Groups,${company}`,
  crowd: `OU=Crowd,${company}`,
} as const

/** How many are in the group many, and how many more through the group further; 50 are in both. */
export const crowd = { direct: 550, further: 100, both: 50 } as const

/**
 * LDIF of a company on another directory than Active Directory that has every kind: people with pictures and a crowd without,
 * contacts, groups 3 deep, a ring of 2 and one of many. Loads with slapadd when the class contact is known.
 */
export function* openLdapCompany(): Generator<string> {
  const { people, contacts, groups } = openLdapPlaces
  for (const place of Object.values(openLdapPlaces)) yield record(place, ['objectClass: organizationalUnit'])
  yield person(people, 'ann', photo(pictures.jpeg))
  yield person(people, 'ben', photo(pictures.otherJpeg))
  yield person(people, 'carl')
  yield person(people, 'dora', photo(pictures.otherJpeg.subarray(0, 300)))
  const everybody = Array.from({ length: crowd.direct + crowd.further - crowd.both }, (_, n) => `p${n}`)
  for (const name of everybody) yield person(openLdapPlaces.crowd, name)

  const own = (name: string) => `CN=${name},${groups}`
  const dn = (name: string) => `CN=${name},${people}`
  const inCrowd = everybody.map((name) => `CN=${name},${openLdapPlaces.crowd}`)
  yield group(own('top'), [own('middle'), dn('ann'), `CN=paula,${contacts}`, 'CN=nobody,dc=elsewhere'])
  yield group(own('middle'), [own('bottom'), dn('ben')])
  yield group(own('bottom'), [dn('carl'), dn('ann')])
  yield group(own('ring1'), [own('ring2'), dn('ann')])
  yield group(own('ring2'), [own('ring1'), dn('ben')])
  const crowdGroup = (name: string) => `CN=${name},${openLdapPlaces.crowd}`
  yield group(crowdGroup('many'), [crowdGroup('further'), ...inCrowd.slice(0, crowd.direct)])
  yield group(crowdGroup('further'), inCrowd.slice(crowd.direct - crowd.both))

  yield contact('paula', [
    ...['sn: Partner', 'givenName: Paula', 'mail: paula@week.test', 'title: Buyer', 'telephoneNumber: +49 221 7654321'],
    ...['street: Hohe Str. 7', 'l: Cologne', 'st: NRW', 'postalCode: 50667'],
  ])
  yield contact('pete', ['sn: pete', 'mail: pete@week.test'])
  yield contact('peer', ['sn: peer', 'mail: peer@week.test'])
  yield contact('mute', ['sn: mute', 'title: Ghost'])
}

function person(place: string, name: string, ...lines: readonly string[]): string {
  const own = [`sn: ${name}`, `displayName: The ${name}`, `mail: ${name}@week.test`]
  return record(`CN=${name},${place}`, ['objectClass: inetOrgPerson', ...own, ...lines])
}

function contact(name: string, lines: readonly string[]): string {
  return record(`CN=${name},${openLdapPlaces.contacts}`, ['objectClass: contact', `cn: ${name}`, ...lines])
}

function group(dn: string, members: readonly string[]): string {
  return record(dn, ['objectClass: groupOfNames', ...members.map((member) => `member: ${member}`)])
}

function photo(bytes: Buffer): string {
  return `jpegPhoto:: ${bytes.toString('base64')}`
}

function record(dn: string, lines: readonly string[]): string {
  const [type = '', value = ''] = dn.slice(0, dn.indexOf(',')).split('=')
  const named = lines.some((line) => line.startsWith(`${type.toLowerCase()}: `))
    ? []
    : [`${type.toLowerCase()}: ${value}`]
  return `dn: ${dn}\n${[...lines, ...named].join('\n')}\n\n`
}
