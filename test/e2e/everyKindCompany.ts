import { pictures } from './everyKindPictures.ts'

/** Places of the company below its base, by short names. */
export function everyKindPlaces(baseDn: string) {
  const company = `OU=Company,${baseDn}`
  return {
    company,
    people: `OU=People,${company}`,
    crowd: `OU=Crowd,${company}`,
    rooms: `OU=Rooms,${company}`,
    contacts: `OU=Contacts,${company}`,
    groups: `OU=Groups,${company}`,
    /** Excluded. */
    former: `OU=Former,${company}`,
    /** Below no base. */
    elsewhere: `OU=Elsewhere,${baseDn}`,
  }
}

type Places = ReturnType<typeof everyKindPlaces>

export const bigGroupMembers = 4000

/** The values of a contact that has everything. */
export const fullContact: readonly string[] = [
  'displayName: Paula Partner',
  'givenName: Paula',
  'sn: Partner',
  'mail: paula@week.test',
  'title: Buyer',
  'telephoneNumber: +49 221 7654321',
  'mobile: +49 170 7654321',
  'facsimileTelephoneNumber: +49 221 7654329',
  'company: Partner Works',
  'streetAddress: Hohe Str. 7',
  'l: Cologne',
  'st: NRW',
  'postalCode: 50667',
  'c: DE',
  'msRTCSIP-PrimaryUserAddress: sip:paula@calls.partner.test',
]

/**
 * LDIF of a company in Active Directory that has every kind: people with pictures and a crowd without, rooms, contacts,
 * and groups of which one holds the whole crowd. Loads with ldbadd. `closeTheRing` makes it complete.
 */
export function* everyKindCompany(baseDn: string): Generator<string> {
  const places = everyKindPlaces(baseDn)
  for (const place of Object.values(places)) yield record(place, ['objectClass: organizationalUnit'])
  for (let n = 0; n < bigGroupMembers; n += 1) yield user(places.crowd, `p${n}`, [])
  yield* contacts(places.contacts)
  yield* people(places)
  yield user(places.elsewhere, 'frank', [])
  yield* rooms(places)
  yield* groups(places)
}

/** Makes the first of ring1, ring2, ring3 a member of the last: the other memberships are there. */
export function closeTheRing(baseDn: string): string {
  const { groups } = everyKindPlaces(baseDn)
  return `dn: CN=ring3,${groups}\nchangetype: modify\nadd: member\nmember: CN=ring1,${groups}\n\n`
}

function* people({ people: place, contacts }: Places): Generator<string> {
  yield user(place, 'ann', [photo(pictures.jpeg)])
  yield user(place, 'ben', [photo(pictures.png)])
  yield user(place, 'carl', [photo(pictures.gif)])
  yield user(place, 'dora', [photo(pictures.bmp)])
  yield user(place, 'emil', [photo(pictures.large)])
  yield user(place, 'fritz', [photo(pictures.broken)])
  yield user(place, 'gina', [`manager: CN=paula,${contacts}`])
  yield user(place, 'hugo', ['employeeType: staff', photo(pictures.otherJpeg)])
}

const isRoom = 'msExchResourceMetaData: ResourceType:Room'
const sip = (address: string) => `msRTCSIP-PrimaryUserAddress: ${address}`
const disabled = 'userAccountControl: 546'

function* rooms({ people, rooms: place }: Places): Generator<string> {
  yield user(place, 'atrium', [isRoom, sip('sip:atrium@rooms.week.test'), photo(pictures.png)], disabled)
  yield user(place, 'berlin', [
    'msExchResourceMetaData: Size:12',
    isRoom,
    'employeeType: huge',
    `manager: CN=ann,${people}`,
  ])
  yield user(place, 'cabin', ['businessCategory: MEETING ROOM', sip('sip:cabin@rooms.week.test')], disabled)
  yield user(place, 'dome', [isRoom, sip('sip:@rooms.week.test')], disabled)
  yield user(place, 'projector', ['msExchResourceMetaData: ResourceType:Equipment'], disabled)
}

function* contacts(place: string): Generator<string> {
  const contact = (name: string, values: readonly string[]) =>
    record(`CN=${name},${place}`, ['objectClass: contact', ...values])
  yield contact('paula', fullContact)
  yield contact('phone only', ['telephoneNumber: +49 30 1234567'])
  yield contact('nothing', ['displayName: Nothing To Say', 'title: Ghost'])
  yield contact('peer', ['sn: peer', 'displayName: The peer', 'mail: peer@week.test', 'title: Colleague'])
  yield contact('petra', ['sn: petra', 'displayName: The petra', 'mail: petra@week.test', 'company: Partner Works'])
}

function* groups({ people, crowd, rooms, contacts, groups, elsewhere }: Places): Generator<string> {
  const group = (name: string, members: readonly string[], type = '-2147483646', place = groups) =>
    record(`CN=${name},${place}`, [
      'objectClass: group',
      `sAMAccountName: group-${name}`,
      `groupType: ${type}`,
      ...members.map((dn) => `member: ${dn}`),
    ])
  const own = (name: string) => `CN=${name},${groups}`
  const everybody = Array.from({ length: bigGroupMembers }, (_, n) => `CN=p${n},${crowd}`)
  yield group('all', everybody, '-2147483646', crowd)
  yield group('nest5', [`CN=ann,${people}`, `CN=emil,${people}`])
  for (const n of [4, 3, 2, 1]) yield group(`nest${n}`, [own(`nest${n + 1}`), `CN=dora,${people}`])
  yield group('ring3', [`CN=carl,${people}`])
  yield group('ring2', [own('ring3')])
  yield group('ring1', [own('ring2')])
  yield group('letters', [`CN=ann,${people}`, own('nest5')], '2')
  yield group('mixed', [
    ...[`CN=ben,${people}`, `CN=frank,${elsewhere}`, `CN=paula,${contacts}`, `CN=atrium,${rooms}`],
    ...[own('nest1'), own('ring1'), own('letters'), `CN=all,${crowd}`],
  ])
}

function user(place: string, name: string, values: readonly string[], state = 'userAccountControl: 544'): string {
  const own = ['objectClass: user', `sAMAccountName: ${name}`, state]
  return record(`CN=${name},${place}`, [
    ...own,
    `sn: ${name}`,
    `displayName: The ${name}`,
    `mail: ${name}@week.test`,
    ...values,
  ])
}

function photo(bytes: Buffer): string {
  return `thumbnailPhoto:: ${bytes.toString('base64')}`
}

function record(dn: string, lines: readonly string[]): string {
  return `dn: ${dn}\n${lines.join('\n')}\n\n`
}
