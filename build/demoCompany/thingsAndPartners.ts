import { type CompanyEntry, category, company, domain, escapeRdn, fixedGuid, sid } from './directoryObject.ts'
import { type SiteKey, sites } from './sites.ts'

const rooms: readonly (readonly [name: string, address: string, site: SiteKey, seats: number])[] = [
  ['Raum Alster', 'raum.alster', 'hamburg', 12],
  ['Raum Elbe', 'raum.elbe', 'hamburg', 24],
  ['Raum Bille', 'raum.bille', 'hamburg', 6],
  ['Raum Köhlbrand', 'raum.koehlbrand', 'hamburg', 8],
  ['Raum Pleiße', 'raum.pleisse', 'leipzig', 10],
  ['Raum Weiße Elster', 'raum.weisse-elster', 'leipzig', 16],
  ['Schulungsraum Windkanal', 'schulungsraum.windkanal', 'leipzig', 30],
  ['Raum Donau', 'raum.donau', 'wien', 8],
  ['Raum Limmat', 'raum.limmat', 'zuerich', 6],
  ['黄浦江会议室', 'raum.huangpu', 'shanghai', 10],
]

/** Meeting rooms as Exchange makes them, disabled accounts, and a pool car, which is no room. */
export function resourceMailboxes(): readonly CompanyEntry[] {
  const roomEntries = rooms.map(([name, address, site, seats], index) =>
    mailbox(name, address, site, 2000 + index, 'Room', [
      ['msExchResourceCapacity', String(seats)],
      ['msRTCSIP-PrimaryUserAddress', `sip:${address}@nordwind.example`],
    ]),
  )
  return [...roomEntries, mailbox('Poolfahrzeug HH-NW 210', 'poolfahrzeug', 'hamburg', 2100, 'Equipment', [])]
}

function mailbox(
  name: string,
  address: string,
  siteKey: SiteKey,
  relativeId: number,
  kind: 'Room' | 'Equipment',
  more: CompanyEntry['attributes'],
): CompanyEntry {
  const site = sites[siteKey]
  const account = address.slice(0, 20)
  return {
    dn: `CN=${escapeRdn(name)},OU=Räume,${company}`,
    attributes: [
      ...classes('user'),
      ['objectCategory', category('Person')],
      ['objectGUID', fixedGuid(account)],
      ['objectSid', sid(relativeId)],
      ['sAMAccountName', account],
      ['userPrincipalName', `${address}@nordwind.example`],
      ['userAccountControl', '514'],
      ['displayName', name],
      ['mail', `${address}@nordwind.example`],
      ['proxyAddresses', `SMTP:${address}@nordwind.example`],
      ['physicalDeliveryOfficeName', site.name],
      ['l', site.city],
      ['c', site.country],
      ['msExchRecipientTypeDetails', kind === 'Room' ? '16' : '32'],
      ['msExchResourceMetaData', `ResourceType:${kind}`],
      ['msExchResourceSearchProperties', kind],
      ['msExchResourceDisplay', kind],
      ...more,
      ['whenCreated', '20190603071500.0Z'],
    ],
  }
}

const contacts: readonly (readonly [
  givenName: string,
  surname: string,
  company: string,
  domain: string,
  phone: string,
])[] = [
  ['Ingrid', 'Sölvberg', 'Fjordkabel AS', 'fjordkabel.example', '+47 55 550 101'],
  ['Marco', 'Bellini', 'Turbine Adriatica S.p.A.', 'turbine-adriatica.example', '+39 040 555 0102'],
  ['Claire', 'Delacroix', 'Éoliennes du Ponant', 'ponant.example', '+33 2 55 50 01 03'],
  ['Henning', 'Stahlmann', 'Hansewerft GmbH', 'hansewerft.example', '+49 461 555 0104'],
  ['Rosemarie', 'Achleitner', 'Alpenstahl AG', 'alpenstahl.example', '+43 732 555 0105'],
  ['Pieter', 'van der Velden', 'Noordzee Offshore B.V.', 'noordzee-offshore.example', '+31 10 555 0106'],
  ['Aoife', 'Brennan', 'Celtic Grid Ltd', 'celticgrid.example', '+353 1 555 0107'],
  ['Miguel', 'Ordóñez', 'Vientos del Sur S.L.', 'vientosdelsur.example', '+34 956 555 108'],
  ['Małgorzata', 'Wiśniewska', 'Bałtyk Logistyka', 'baltyk-logistyka.example', '+48 58 555 01 09'],
  ['Yasmin', 'El-Sayed', 'Gulf Turbine Services', 'gulfturbine.example', '+971 4 555 0110'],
  ['Oskar', 'Lindqvist', 'Lindqvist Hydraulik AB', 'lindqvist-hydraulik.example', '+46 31 555 0111'],
  ['Dr. Eva', 'Kirchhoff', 'Kanzlei Kirchhoff & Partner', 'kirchhoff-partner.example', '+49 40 555 0112'],
  ['Jens', 'Overbeck', 'Overbeck Wirtschaftsprüfung', 'overbeck.example', '+49 40 555 0113'],
  ['彦', '林', '东海叶片制造', 'donghai-blades.example', '+86 21 5550 0114'],
  ['Samuel', 'Achterberg', 'Gebäudereinigung Achterberg', 'achterberg.example', '+49 341 555 0115'],
]

/** People at suppliers and partners. */
export function partnerContacts(): readonly CompanyEntry[] {
  return contacts.map(([givenName, surname, organization, mailDomain, phone], index) => {
    const name = givenName === '彦' ? `${surname}${givenName}` : `${givenName} ${surname}`
    return {
      dn: `CN=${escapeRdn(name)},OU=Kontakte,${company}`,
      attributes: [
        ...classes('contact'),
        ['objectCategory', category('Person')],
        ['objectGUID', fixedGuid(`contact ${index}`)],
        ['givenName', givenName],
        ['sn', surname],
        ['displayName', `${name} (${organization})`],
        ['company', organization],
        ['mail', `kontakt${index + 1}@${mailDomain}`],
        ['targetAddress', `SMTP:kontakt${index + 1}@${mailDomain}`],
        ['telephoneNumber', phone],
        ['whenCreated', '20210914101500.0Z'],
      ],
    }
  })
}

/** Notebooks, workstations of the plant, and the domain controller. */
export function computers(): readonly CompanyEntry[] {
  const names = [
    ...['HH-NB-0412', 'HH-NB-0413', 'HH-NB-0427', 'HH-NB-0455', 'HH-WS-0020', 'LE-WS-0101', 'LE-WS-0102', 'LE-WS-0117'],
    ...['LE-NB-0233', 'WI-NB-0044', 'ZH-NB-0012', 'SH-NB-0007', 'DU-NB-0003'],
  ]
  return [
    ...names.map((name, index) => computer(name, `OU=Computer,${company}`, 3000 + index, '4096', 'Windows 11 Pro')),
    computer('DC1', `OU=Domain Controllers,${domain}`, 1000, '532480', 'Windows Server 2022 Standard'),
  ]
}

function computer(name: string, parentDn: string, relativeId: number, control: string, system: string): CompanyEntry {
  return {
    dn: `CN=${name},${parentDn}`,
    attributes: [
      ...classes('user'),
      ['objectClass', 'computer'],
      ['objectCategory', category('Computer')],
      ['objectGUID', fixedGuid(`${name}$`)],
      ['objectSid', sid(relativeId)],
      ['sAMAccountName', `${name}$`],
      ['userAccountControl', control],
      ['dNSHostName', `${name.toLowerCase()}.nordwind.example`],
      ['operatingSystem', system],
      ['whenCreated', '20230308064500.0Z'],
    ],
  }
}

function classes(last: string): CompanyEntry['attributes'] {
  return ['top', 'person', 'organizationalPerson', last].map((name) => ['objectClass', name] as const)
}
