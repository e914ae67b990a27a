/** How many entries of which kind, below which DN. */
export interface PeopleOptions {
  /** `ad`: user, group with userAccountControl; `inetOrgPerson`: inetOrgPerson, groupOfNames. */
  readonly flavour: 'ad' | 'inetOrgPerson'
  readonly baseDn: string
  readonly users: number
  readonly groups: number
}

const givenNames = ['Anna', 'Björn', 'Chloé', '伟', 'Dmitri', 'Élodie', 'فاطمة', 'Günther', 'Hana', 'Ian', 'Jürgen']
const surnames = ['Müller', 'Smith', '王', "O'Brien", 'García', 'Straße', 'Kowalska', '李', 'Nguyễn', 'Søren, Jr.']
const departments = ['Sales', 'Engineering', 'Finance', 'Support', 'Legal & Compliance', 'Forschung']
const cities = [
  { l: 'Köln', st: 'Nordrhein-Westfalen', c: 'DE', street: 'Große Budengasse' },
  { l: 'San José', st: 'California', c: 'US', street: 'Almaden Boulevard' },
  { l: '上海', st: '上海市', c: 'CN', street: '南京东路' },
  { l: 'Zürich', st: 'ZH', c: 'CH', street: 'Bahnhofstrasse' },
]
const languages = ['de-DE', 'en_US', 'zh-CN', 'fr-CH']

/**
 * LDIF of a made-up company, in pieces, the same for equal options: departments as OUs, users with managers (the
 * manager of n is an earlier user), phones, streets, umlauts and CJK, every 20th user disabled (AD only), groups of
 * which the first holds up to 1,600 users and each later one also holds the group before it.
 * The base entry itself is not part of it. Loads with slapadd, ldapadd and ldbadd.
 */
export function* peopleLdif(options: PeopleOptions): Generator<string> {
  for (const department of departments) {
    yield record(`OU=${department},${options.baseDn}`, [
      ['objectClass', 'organizationalUnit'],
      ['ou', department],
    ])
  }
  yield record(`OU=Groups,${options.baseDn}`, [
    ['objectClass', 'organizationalUnit'],
    ['ou', 'Groups'],
  ])
  for (let n = 0; n < options.users; n += 1) yield record(userDn(options, n), userAttributes(options, n))
  for (let n = 0; n < options.groups; n += 1) yield record(groupDn(options, n), groupAttributes(options, n))
}

/** DN of user number `n`, from 0. */
export function userDn(options: PeopleOptions, n: number): string {
  return `CN=${commonName(n).replaceAll(',', '\\,')},OU=${pick(departments, n)},${options.baseDn}`
}

/** DN of group number `n`, from 0. */
export function groupDn(options: PeopleOptions, n: number): string {
  return `CN=Group ${n},OU=Groups,${options.baseDn}`
}

/** Numbers of the users that are direct members of group number `n`. */
export function membersOf(options: PeopleOptions, n: number): readonly number[] {
  if (n === 0) return Array.from({ length: Math.min(options.users, 1600) }, (_, index) => index)
  const count = Math.min(options.users, 5 + (n % 20))
  return [...new Set(Array.from({ length: count }, (_, index) => (n * 37 + index * 11) % options.users))]
}

type Values = readonly (readonly [name: string, value: string])[]

function userAttributes(options: PeopleOptions, n: number): Values {
  const city = pick(cities, n)
  const shared: Values = [
    ['cn', commonName(n)],
    ['givenName', pick(givenNames, n)],
    ['sn', pick(surnames, n)],
    ['displayName', `${pick(givenNames, n)} ${pick(surnames, n)}`],
    ['mail', `person${n}@example.com`],
    ['telephoneNumber', `+49 221 ${100000 + n}`],
    ['mobile', `+49 170 ${2000000 + n}`],
    ['facsimileTelephoneNumber', `+49 221 ${500000 + n}`],
    ['title', n % 10 === 0 ? 'Head of department' : 'Specialist'],
    ['departmentNumber', String(100 + (n % departments.length))],
    ['employeeNumber', String(10_000 + n)],
    ['employeeType', n % 7 === 0 ? 'contractor' : 'employee'],
    ['o', 'Example Incorporated'],
    ['ou', pick(departments, n)],
    ['physicalDeliveryOfficeName', `Building ${n % 9}, room ${n % 400}`],
    ['l', city.l],
    ['st', city.st],
    ['postalCode', String(50_000 + (n % 999))],
    ['preferredLanguage', pick(languages, n)],
    ['description', `Person number ${n}. ${'Lorem ipsum dolor sit amet. '.repeat(14)}`.trim()],
    ...(n === 0 ? [] : [['manager', userDn(options, Math.floor(n / 10))] as const]),
  ]
  if (options.flavour === 'inetOrgPerson') {
    return [
      ['objectClass', 'inetOrgPerson'],
      ['uid', `u${n}`],
      ['street', `${city.street} ${1 + (n % 90)}`],
      ['userPassword', `secret-${n}`],
      ...shared,
    ]
  }
  return [
    ['objectClass', 'user'],
    ['sAMAccountName', `u${n}`],
    ['userPrincipalName', `u${n}@corp.example.com`],
    ['userAccountControl', n % 20 === 19 ? '546' : '544'],
    ['streetAddress', `${city.street} ${1 + (n % 90)}`],
    ['c', city.c],
    ...shared,
  ]
}

function groupAttributes(options: PeopleOptions, n: number): Values {
  const members = membersOf(options, n).map((user) => ['member', userDn(options, user)] as const)
  const nested = n === 0 ? [] : [['member', groupDn(options, n - 1)] as const]
  const kind: Values =
    options.flavour === 'inetOrgPerson'
      ? [['objectClass', 'groupOfNames']]
      : [
          ['objectClass', 'group'],
          ['sAMAccountName', `group${n}`],
          ['groupType', '-2147483646'],
        ]
  return [...kind, ['cn', `Group ${n}`], ['description', `Members of group ${n}`], ...members, ...nested]
}

function commonName(n: number): string {
  return `${pick(givenNames, n)} ${pick(surnames, n)} ${n}`
}

function pick<T>(values: readonly T[], n: number): T {
  const value = values[n % values.length]
  if (value === undefined) throw new Error('Nothing to pick from.')
  return value
}

function record(dn: string, values: Values): string {
  const lines = values.map(([name, value]) => line(name, value))
  return `${line('dn', dn)}${lines.join('')}\n`
}

function line(name: string, value: string): string {
  const isPlain = /^[!-9;=-~][ -~]*$/.test(value) && !value.endsWith(' ')
  return isPlain ? `${name}: ${value}\n` : `${name}:: ${Buffer.from(value).toString('base64')}\n`
}
