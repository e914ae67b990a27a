import {
  asciiName,
  type CompanyEntry,
  category,
  company,
  domain,
  escapeRdn,
  fixedGuid,
  personClasses,
  sid,
} from './directoryObject.ts'
import { NameSource, type PersonName } from './names.ts'
import { newPortraitOf, portraitOf } from './portrait/portraits.ts'
import { type Site, type SiteKey, sites } from './sites.ts'
import { managementTitles, type Team, teams } from './teams.ts'

/** A person before becoming an entry. */
export interface Person {
  readonly number: number
  readonly name: PersonName
  readonly site: SiteKey
  readonly department: string
  readonly costCentre: string
  readonly title: string
  /** Level below the management: 0 for the management itself. */
  readonly level: number
  readonly dn: string
  readonly account: string
  readonly managerDn: string | undefined
}

const teamSize = 8
/** Numbers of people who have something that a connector must cope with. */
const special = {
  sharedMail: [47, 183],
  mailWithoutAt: 96,
  phoneWithoutDigits: 211,
  onLeave: [58, 140, 233],
  left: [34, 77, 119, 152, 190, 204, 262, 288],
  external: [66, 112, 171, 215, 240],
} as const

/** Everybody, managers before those who report to them. */
export function makePeople(): readonly Person[] {
  const names = new NameSource()
  const people: Person[] = []
  const hire = (
    site: SiteKey,
    department: string,
    costCentre: string,
    title: string,
    level: number,
    managerDn?: string,
  ) => {
    const name = names.take(sites[site].culture)
    const number = people.length + 1
    const dn = personDn(number, name, site, department)
    const account = accountName(name)
    const suited = title.replace(/\((in|r)\)/, (_, ending) =>
      (name.form === 'feminine') === (ending === 'in') ? ending : '',
    )
    const person = { number, name, site, department, costCentre, title: suited, level, dn, account, managerDn }
    people.push(person)
    return person
  }
  const management = managementTitles.map((title, index) =>
    hire('hamburg', 'Geschäftsführung', '1000', title, index === 0 ? 0 : 1, people[0]?.dn),
  )
  const heads = new Map<string, Person>()
  for (const team of teams) {
    const manager = headOf(team, management, heads)
    const head = hire(team.site, team.department, team.costCentre, team.titles[0], 2, manager.dn)
    heads.set(`${team.site} ${team.department}`, head)
    fillTeam(team, head, hire)
  }
  return people
}

type Hire = (
  site: SiteKey,
  department: string,
  costCentre: string,
  title: string,
  level: number,
  managerDn: string,
) => Person

function fillTeam(team: Team, head: Person, hire: Hire): void {
  const [, leadTitle, ...staffTitles] = team.titles
  let lead = head
  for (let index = 1; index < team.size; index += 1) {
    const startsTeam = team.size > teamSize && (index - 1) % teamSize === 0
    const title = startsTeam || index === 1 ? leadTitle : (staffTitles[index % staffTitles.length] ?? leadTitle)
    const person = hire(
      team.site,
      team.department,
      team.costCentre,
      title,
      startsTeam ? 3 : 4,
      startsTeam ? head.dn : lead.dn,
    )
    if (startsTeam) lead = person
  }
}

function headOf(team: Team, management: readonly Person[], heads: ReadonlyMap<string, Person>): Person {
  const { reportsTo } = team
  const head =
    typeof reportsTo === 'number' ? management[reportsTo] : heads.get(`${reportsTo.site} ${reportsTo.department}`)
  if (head === undefined) throw new Error(`Nobody leads ${team.department} in ${team.site}.`)
  return head
}

function personDn(number: number, name: PersonName, site: SiteKey, department: string): string {
  const reversed = sites[site].culture === 'swiss'
  const commonName = reversed ? `${name.surname}, ${name.givenName}` : displayName(name, 'plain')
  const left: readonly number[] = special.left
  const container = left.includes(number) ? 'OU=Ausgeschieden' : `OU=${department},OU=${sites[site].name}`
  return `CN=${escapeRdn(commonName)},${container},${company}`
}

function displayName(name: PersonName, spelling: 'plain' | 'with-latin'): string {
  if (name.latin === undefined) return `${name.givenName} ${name.surname}`
  const isChinese = /\p{Script=Han}/u.test(name.surname)
  const own = isChinese ? `${name.surname}${name.givenName}` : `${name.givenName} ${name.surname}`
  return spelling === 'plain' ? own : `${own} (${name.latin.givenName} ${name.latin.surname})`
}

function mailName(name: PersonName): string {
  const { givenName, surname } = name.latin ?? name
  return `${asciiName(givenName)}.${asciiName(surname)}`
}

function accountName(name: PersonName): string {
  const { givenName, surname } = name.latin ?? name
  return `${asciiName(givenName).slice(0, 3)}.${asciiName(surname)}`.slice(0, 20)
}

/** The entry of a person. */
export function personEntry(person: Person): CompanyEntry {
  const { name, number, account } = person
  const disabled = isOneOf(special.left, number) || isOneOf(special.onLeave, number)
  const mail = mailOf(person)
  const attributes: (readonly [string, string | Uint8Array | undefined])[] = [
    ...personClasses('user'),
    ['objectCategory', category('Person')],
    ['objectGUID', fixedGuid(account)],
    ['objectSid', sid(1100 + number)],
    ['sAMAccountName', account],
    ['userPrincipalName', `${mailName(name)}@nordwind.example`],
    ['userAccountControl', disabled ? '514' : '512'],
    ['givenName', name.givenName],
    ['sn', name.surname],
    ['displayName', displayName(name, 'with-latin')],
    ['mail', mail],
    ['proxyAddresses', mail === undefined ? undefined : `SMTP:${mail}`],
    ['title', person.title],
    ['department', person.department],
    ['departmentNumber', person.costCentre],
    ['company', companyName(sites[person.site])],
    ['employeeNumber', String(20_000 + number * 37)],
    ['employeeType', employeeType(person)],
    ['manager', person.managerDn],
    ...contactDetails(person),
    ['description', isOneOf(special.onLeave, number) ? 'Elternzeit' : undefined],
    ['thumbnailPhoto', portraitOf(person)],
    ['jpegPhoto', newPortraitOf(person)],
    ['whenCreated', hiredAt(number)],
  ]
  return {
    dn: person.dn,
    attributes: attributes.filter((it): it is readonly [string, string | Uint8Array] => it[1] !== undefined),
  }
}

function contactDetails({ number, site: key, level }: Person): [string, string | undefined][] {
  const site: Site = sites[key]
  const extension = String(100 + number)
  const phone = number === special.phoneWithoutDigits ? 'auf Anfrage' : `${site.phone}${extension}`
  const floor = 1 + (number % 5)
  return [
    ['telephoneNumber', phone],
    ['ipPhone', level <= 2 ? extension : undefined],
    ['mobile', level <= 3 || number % 4 === 0 ? `${site.mobile}${String(10_000 + number * 17)}` : undefined],
    ['facsimileTelephoneNumber', level <= 2 ? `${site.phone}9${extension}` : undefined],
    ['streetAddress', site.street],
    ['postalCode', site.postalCode],
    ['l', site.city],
    ['st', site.state],
    ['c', site.country],
    ['co', site.countryName],
    ['physicalDeliveryOfficeName', `${site.name} ${floor}.${String(1 + (number % 28)).padStart(2, '0')}`],
    ['preferredLanguage', number % 9 === 0 ? site.language.replace('-', '_') : site.language],
  ]
}

/** Some people on the shop floor have no mailbox. */
function mailOf({ number, name, department, level }: Person): string | undefined {
  if (isOneOf(special.sharedMail, number)) return 'ausbildung@nordwind.example'
  if (number === special.mailWithoutAt) return `${mailName(name)}.nordwind.example`
  if (department === 'Produktion' && level === 4 && number % 3 === 0) return undefined
  return `${mailName(name)}@nordwind.example`
}

function employeeType({ number, title }: Person): string {
  if (isOneOf(special.external, number)) return 'Extern'
  return title.startsWith('Auszubildende') ? 'Auszubildende' : 'Angestellte'
}

function companyName(site: Site): string {
  const names: Record<string, string> = {
    AT: 'Nordwind Austria GmbH',
    CH: 'Nordwind Schweiz AG',
    CN: '北风风能（上海）有限公司',
  }
  return names[site.country] ?? (site.country === 'AE' ? 'Nordwind Middle East FZE' : 'Nordwind Windkraft SE')
}

function hiredAt(number: number): string {
  const year = 2012 + ((number * 5) % 14)
  const [month, day] = [1 + ((number * 7) % 12), 1 + ((number * 11) % 28)].map((it) => String(it).padStart(2, '0'))
  return `${year}${month}${day}08${String((number * 13) % 60).padStart(2, '0')}00.0Z`
}

function isOneOf(numbers: readonly number[], number: number): boolean {
  return numbers.includes(number)
}

/** The account that the connector binds with. */
export function serviceAccount(): CompanyEntry {
  return {
    dn: `CN=svc-connector,OU=Dienstkonten,${company}`,
    attributes: [
      ...personClasses('user'),
      ['objectCategory', category('Person')],
      ['objectGUID', fixedGuid('svc-connector')],
      ['objectSid', sid(1050)],
      ['sAMAccountName', 'svc-connector'],
      ['userPrincipalName', 'svc-connector@nordwind.example'],
      ['userAccountControl', '66048'],
      ['displayName', 'Dienstkonto Verzeichnisabgleich'],
      ['description', `Liest ${domain} für den Abgleich mit der Cloud`],
      ['whenCreated', '20240212090000.0Z'],
    ],
  }
}
