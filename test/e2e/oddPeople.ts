/** DN of the container that holds them. */
export function oddPeopleDn(baseDn: string): string {
  return `OU=Odd,${baseDn}`
}

/**
 * LDIF of Active Directory entries that a mapping stumbles over: values of the wrong kind, addresses missing or used
 * twice, SIP addresses, contacts, computers, and groups that are no security groups, empty, or hold any of these.
 */
export function* oddPeopleLdif(baseDn: string): Generator<string> {
  const container = oddPeopleDn(baseDn)
  const dn = (name: string) => `CN=${name},${container}`
  const person = (name: string, id: string, lines: readonly string[]) =>
    [`dn: ${dn(name)}`, 'objectClass: user', `sAMAccountName: ${id}`, 'userAccountControl: 544', ...lines, '', ''].join(
      '\n',
    )
  const group = (name: string, id: string, type: number, members: readonly string[]) =>
    [
      `dn: ${dn(name)}`,
      'objectClass: group',
      `sAMAccountName: ${id}`,
      `groupType: ${type}`,
      ...members.map((member) => `member: ${dn(member)}`),
      '',
      '',
    ].join('\n')

  yield `dn: ${container}\nobjectClass: organizationalUnit\nou: Odd\n\n`
  yield person('Wrong Values', 'odd1', [
    'mail: wrong.values@example.com',
    'telephoneNumber: ask the porter',
    'mobile: +49 170 1',
    'ipPhone: 4711',
    'preferredLanguage: klingon',
    'c: DEU',
    `displayName:: ${Buffer.from('  Zoe\u0308 Wrong  ').toString('base64')}`,
  ])
  yield person('Sip Address', 'odd2', [
    'mail: Sip.Address@Example.COM',
    'msRTCSIP-PrimaryUserAddress: sip:sip.address@example.com',
    'ipPhone: other@example.com',
  ])
  yield person('Second Sip Address', 'odd3', ['mail: second.sip@example.com', 'ipPhone: second@example.com'])
  yield person('No Mail', 'odd4', ['displayName: No Mail'])
  yield person('Wrong Mail', 'odd5', ['mail: not an address'])
  yield person('Same Mail', 'odd6', ['mail: same.mail@example.com'])
  yield person('Same Mail Again', 'odd7', ['mail: SAME.mail@example.com'])
  yield person('Manager Not There', 'odd8', ['mail: manager.not.there@example.com', `manager: ${dn('No Mail')}`])
  yield `dn: ${dn('A Contact')}\nobjectClass: contact\nmail: a.contact@example.com\n\n`
  yield `dn: ${dn('A Computer')}\nobjectClass: computer\nsAMAccountName: odd9$\nuserAccountControl: 4128\nmail: computer@example.com\n\n`
  yield group('Odd Members', 'oddgroup1', -2147483646, [
    'Wrong Values',
    'No Mail',
    'Same Mail',
    'A Contact',
    'A Computer',
    'Sip Address',
  ])
  yield group('No Members', 'oddgroup2', -2147483646, [])
  yield group('Distribution List', 'oddgroup3', 2, ['Wrong Values'])
  yield group('Holds A Distribution List', 'oddgroup4', -2147483640, ['Distribution List', 'Odd Members'])
}
