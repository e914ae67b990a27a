import type { DirectoryProfile } from '../../../../app/source/ldap/facts/directoryProfile.ts'
import { entryMaker } from '../../../../app/source/ldap/reading/entryMaker.ts'
import type { WholeEntry } from '../../../../app/source/ldap/reading/readWhole.ts'

const profile: DirectoryProfile = {
  product: '389-ds',
  rootDse: {
    namingContexts: [],
    defaultNamingContext: null,
    subschemaSubentry: null,
    dnsHostName: null,
    vendorName: '389 Project',
    objectClasses: [],
    supportedControls: [],
    supportedCapabilities: [],
    supportedSaslMechanisms: [],
  },
  anchorAttributes: ['nsUniqueId'],
  memberAttributes: ['member', 'uniqueMember'],
  paging: 'supported',
  knownAttributes: null,
  attributeNames: null,
  binaryAttributes: new Set(),
}
const dn = 'cn=All,dc=example'
const nsuniqueid = ['66446001-1DD211B2-A9B2DD0A-10C5C2D5']

test('asks for the anchor and the members besides, each once, and for no member of users', () => {
  const { requested } = entryMaker(profile, 'group', ['cn', 'NSUNIQUEID'])
  expect(requested.map((name) => name.toLowerCase()).sort()).toEqual(['cn', 'member', 'nsuniqueid', 'uniquemember'])
  expect(entryMaker(profile, 'user', ['cn', 'member']).requested).toEqual(['cn', 'nsUniqueId'])
})

test('joins members and unique members, whose unique identifiers are dropped', () => {
  const aside = {
    nsuniqueid,
    member: ['uid=ann,dc=example'],
    uniquemember: ["uid=bob,dc=example#'0101'B", 'cn=a#b,dc=example'],
  }
  const whole = { attributes: { cn: ['All'] }, aside, failures: [] }
  expect(entryMaker(profile, 'group', ['cn']).make(dn, 'dc=example', whole)).toEqual({
    anchor: '66446001-1dd211b2-a9b2dd0a-10c5c2d5',
    kind: 'group',
    dn,
    baseDn: 'dc=example',
    attributes: { cn: ['All'] },
    memberDns: ['uid=ann,dc=example', 'uid=bob,dc=example', 'cn=a#b,dc=example'],
  })
})

test('makes no entry without an anchor', () => {
  const whole = { attributes: { cn: ['All'] }, aside: {}, failures: [] }
  expect(entryMaker(profile, 'user', ['cn']).make(dn, 'dc=example', whole)).toBeUndefined()
})

test('keeps what marks are made of out of sight, and makes no members of what is no group', () => {
  const marks = { requested: ['entryCSN', 'MAIL'], of: (aside: WholeEntry['aside']) => aside.entrycsn?.[0] }
  const maker = entryMaker(profile, 'contact', ['cn', 'mail'], marks)
  expect(maker.requested).toEqual(['cn', 'MAIL', 'nsUniqueId', 'entryCSN'])
  expect([...maker.names.shown]).toEqual(['cn', 'mail'])
  const whole = { attributes: { cn: ['Ann'] }, aside: { nsuniqueid, entrycsn: ['7'] }, failures: [] }
  const expected = { kind: 'contact', dn, baseDn: 'dc=example', attributes: { cn: ['Ann'] }, mark: '7' }
  expect(maker.make(dn, 'dc=example', whole)).toEqual({ anchor: nsuniqueid[0]?.toLowerCase(), ...expected })
  expect(maker.make(dn, 'dc=example', { ...whole, aside: { nsuniqueid } })).not.toHaveProperty('mark')
})
