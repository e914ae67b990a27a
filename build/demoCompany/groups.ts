import { type CompanyEntry, category, company, domain, escapeRdn, fixedGuid, sid } from './directoryObject.ts'
import type { Person } from './people.ts'

const securityGlobal = '-2147483646'
const securityUniversal = '-2147483640'
const distributionUniversal = '8'

const securityDn = (name: string) => `CN=${escapeRdn(name)},OU=Sicherheit,OU=Gruppen,${company}`
const contactDn = (name: string) => `CN=${escapeRdn(name)},OU=Kontakte,${company}`
const computerDn = (name: string) => `CN=${escapeRdn(name)},OU=Computer,${company}`
const distributionDn = (name: string) => `CN=${escapeRdn(name)},OU=Verteiler,OU=Gruppen,${company}`

/**
 * All groups: by department, nested ones, projects that contain each other by two and by three, one with everybody, ones
 * with members that are no people, and mailing lists, one of them inside a security group.
 */
export function makeGroups(people: readonly Person[]): readonly CompanyEntry[] {
  const members = (isIn: (person: Person) => boolean) => people.filter(isIn).map((person) => person.dn)
  const inDepartment = (site: string, department: string) =>
    members((person) => person.site === site && person.department === department)
  const everyNth = (step: number) => members((person) => person.number % step === 0)
  const sales = ['Vertrieb Hamburg', 'Vertrieb Wien', 'Vertrieb Zürich', 'Vertrieb Asien und Nahost']
  const security: readonly (readonly [name: string, description: string, members: readonly string[]])[] = [
    ['Alle Mitarbeitenden', 'Alle Beschäftigten der Nordwind-Gruppe', members(() => true)],
    ['Führungskräfte', 'Geschäftsführung und Leitungen', members((person) => person.level <= 2)],
    ['Teamleitungen', 'Team-, Schicht- und Einsatzleitungen', members((person) => person.level === 3)],
    ['Vertrieb Hamburg', 'Vertrieb am Standort Hamburg', inDepartment('hamburg', 'Vertrieb')],
    ['Vertrieb Wien', 'Vertrieb am Standort Wien', inDepartment('wien', 'Vertrieb')],
    ['Vertrieb Zürich', 'Verkauf am Standort Zürich', inDepartment('zuerich', 'Vertrieb')],
    [
      'Vertrieb Asien und Nahost',
      'Sales Shanghai and Dubai',
      [...inDepartment('shanghai', 'Vertrieb'), ...inDepartment('dubai', 'Vertrieb')],
    ],
    ['Vertrieb', 'Vertrieb aller Standorte', sales.map(securityDn)],
    ['Finanzen', 'Finanzen Hamburg und Zürich', members((person) => person.department === 'Finanzen')],
    ['Personal', 'Personalabteilung', members((person) => person.department === 'Personal')],
    ['IT', 'IT-Abteilung', members((person) => person.department === 'IT')],
    [
      'IT Betrieb',
      'Administration der Server und Netze',
      members((person) => person.department === 'IT' && person.number % 2 === 0),
    ],
    ['Einkauf', 'Einkauf Hamburg und Shanghai', members((person) => person.department === 'Einkauf')],
    ['Entwicklung', 'Forschung und Entwicklung', members((person) => person.department === 'Entwicklung')],
    ['Produktion', 'Werk Leipzig, Fertigung', members((person) => person.department === 'Produktion')],
    ['Logistik', 'Lager, Versand und Zoll', members((person) => person.department === 'Logistik')],
    [
      'Werk Leipzig',
      'Alle Bereiche des Werks',
      ['Produktion', 'Logistik', 'Entwicklung', 'Qualität und Service'].map(securityDn),
    ],
    [
      'Qualität und Service',
      'Qualität und Kundendienst',
      members((person) => person.department === 'Qualität' || person.department === 'Service'),
    ],
    [
      'VPN-Zugang',
      'Darf von außen arbeiten',
      [securityDn('Führungskräfte'), securityDn('IT'), securityDn('Vertrieb'), ...everyNth(7)],
    ],
    ['SAP Benutzer', 'Zugang zum ERP-System', [securityDn('Finanzen'), securityDn('Einkauf'), securityDn('Logistik')]],
    [
      'CAD Lizenzen',
      'Arbeitsplätze mit CAD',
      members((person) => person.department === 'Entwicklung' && person.number % 3 !== 0),
    ],
    ['Projekt Ostsee', 'Windpark Ostsee, Kernteam', [securityDn('Projekt Ostsee Partner'), ...everyNth(23)]],
    ['Projekt Ostsee Partner', 'Windpark Ostsee, erweitertes Team', [securityDn('Projekt Ostsee'), ...everyNth(29)]],
    ['Brandschutz', 'Brandschutzhelferinnen und -helfer', everyNth(19)],
    ['Betriebsrat', 'Mitglieder des Betriebsrats', everyNth(37)],
    ['Projekt Nordsee', 'Windpark Nordsee, Lenkungskreis', [securityDn('Projekt Nordsee Montage'), ...everyNth(61)]],
    ['Projekt Nordsee Montage', 'Windpark Nordsee, Montage', [securityDn('Projekt Nordsee Logistik'), ...everyNth(41)]],
    [
      'Projekt Nordsee Logistik',
      'Windpark Nordsee, Häfen und Schiffe, mit Partnern',
      [
        securityDn('Projekt Nordsee'),
        ...['Pieter van der Velden', 'Henning Stahlmann'].map(contactDn),
        ...everyNth(43),
      ],
    ],
    [
      'Öffentlichkeitsarbeit',
      'Darf im Namen von Nordwind sprechen',
      [distributionDn('Presseverteiler'), ...members((person) => person.level === 0)],
    ],
    [
      'Netzzugang',
      'Geräte und Dienste im Firmennetz',
      [
        securityDn('IT Betrieb'),
        `CN=svc-connector,OU=Dienstkonten,${company}`,
        ...['HH-NB-0412', 'LE-WS-0101', 'LE-WS-0102'].map(computerDn),
      ],
    ],
  ]
  const admins = members((person) => person.department === 'IT' && person.level <= 3)
  return [
    ...security.map(([name, description, dns], index) =>
      group(
        securityDn(name),
        name,
        4000 + index,
        [
          ['groupType', index % 2 === 0 ? securityGlobal : securityUniversal],
          ['description', description],
        ],
        dns,
      ),
    ),
    group(distributionDn('Nordwind Nachrichten'), 'Nordwind Nachrichten', 4100, mailing('nachrichten'), [
      securityDn('Alle Mitarbeitenden'),
    ]),
    group(
      distributionDn('Presseverteiler'),
      'Presseverteiler',
      4101,
      mailing('presse'),
      members((person) => person.department === 'Marketing'),
    ),
    group(
      `CN=Domänen-Admins,CN=Users,${domain}`,
      'Domänen-Admins',
      512,
      [
        ['groupType', securityGlobal],
        ['isCriticalSystemObject', 'TRUE'],
      ],
      admins,
    ),
  ]
}

function mailing(address: string): CompanyEntry['attributes'] {
  return [
    ['groupType', distributionUniversal],
    ['mail', `${address}@nordwind.example`],
  ]
}

function group(
  dn: string,
  name: string,
  relativeId: number,
  more: CompanyEntry['attributes'],
  members: readonly string[],
): CompanyEntry {
  return {
    dn,
    attributes: [
      ['objectClass', 'top'],
      ['objectClass', 'group'],
      ['objectCategory', category('Group')],
      ['objectGUID', fixedGuid(`group ${name}`)],
      ['objectSid', sid(relativeId)],
      ['sAMAccountName', name],
      ['displayName', name],
      ...more,
      ...members.map((member) => ['member', member] as const),
      ['whenCreated', '20180423080000.0Z'],
    ],
  }
}
