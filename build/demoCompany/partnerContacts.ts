import { type CompanyEntry, category, company, escapeRdn, fixedGuid, personClasses } from './directoryObject.ts'

interface Partner {
  readonly givenName: string
  readonly surname: string
  readonly organization: string
  readonly phone: string
  /** Undefined for who can only be rung up. */
  readonly mailDomain?: string
  readonly title?: string
  readonly mobile?: string
  readonly address?: Address
}

interface Address {
  readonly street: string
  readonly postalCode: string
  readonly city: string
  readonly country: string
  readonly countryName: string
}

const partners: readonly Partner[] = [
  {
    givenName: 'Ingrid',
    surname: 'Sölvberg',
    organization: 'Fjordkabel AS',
    mailDomain: 'fjordkabel.example',
    phone: '+47 55 550 101',
    title: 'Prosjektleder',
    mobile: '+47 40 000 101',
    address: {
      street: 'Damsgårdsveien 90',
      postalCode: '5058',
      city: 'Bergen',
      country: 'NO',
      countryName: 'Norge',
    },
  },
  {
    givenName: 'Marco',
    surname: 'Bellini',
    organization: 'Turbine Adriatica S.p.A.',
    mailDomain: 'turbine-adriatica.example',
    phone: '+39 040 555 0102',
    title: 'Direttore commerciale',
  },
  {
    givenName: 'Claire',
    surname: 'Delacroix',
    organization: 'Éoliennes du Ponant',
    mailDomain: 'ponant.example',
    phone: '+33 2 55 50 01 03',
    title: 'Cheffe de projet',
    mobile: '+33 6 39 98 01 03',
    address: {
      street: '12 quai du Commandant Malbert',
      postalCode: '29200',
      city: 'Brest',
      country: 'FR',
      countryName: 'France',
    },
  },
  {
    givenName: 'Henning',
    surname: 'Stahlmann',
    organization: 'Hansewerft GmbH',
    mailDomain: 'hansewerft.example',
    phone: '+49 461 555 0104',
    title: 'Werftleiter',
    mobile: '+49 172 555 0104',
    address: {
      street: 'Batteriestraße 52',
      postalCode: '24939',
      city: 'Flensburg',
      country: 'DE',
      countryName: 'Deutschland',
    },
  },
  {
    givenName: 'Rosemarie',
    surname: 'Achleitner',
    organization: 'Alpenstahl AG',
    mailDomain: 'alpenstahl.example',
    phone: '+43 732 555 0105',
  },
  {
    givenName: 'Pieter',
    surname: 'van der Velden',
    organization: 'Noordzee Offshore B.V.',
    mailDomain: 'noordzee-offshore.example',
    phone: '+31 10 555 0106',
    title: 'Havencoördinator',
    mobile: '+31 6 5550 0106',
  },
  {
    givenName: 'Aoife',
    surname: 'Brennan',
    organization: 'Celtic Grid Ltd',
    mailDomain: 'celticgrid.example',
    phone: '+353 1 555 0107',
  },
  {
    givenName: 'Miguel',
    surname: 'Ordóñez',
    organization: 'Vientos del Sur S.L.',
    mailDomain: 'vientosdelsur.example',
    phone: '+34 956 555 108',
    title: 'Jefe de obra',
  },
  {
    givenName: 'Małgorzata',
    surname: 'Wiśniewska',
    organization: 'Bałtyk Logistyka',
    mailDomain: 'baltyk-logistyka.example',
    phone: '+48 58 555 01 09',
    mobile: '+48 601 555 109',
  },
  {
    givenName: 'Yasmin',
    surname: 'El-Sayed',
    organization: 'Gulf Turbine Services',
    mailDomain: 'gulfturbine.example',
    phone: '+971 4 555 0110',
    title: 'Service Manager',
  },
  {
    givenName: 'Oskar',
    surname: 'Lindqvist',
    organization: 'Lindqvist Hydraulik AB',
    mailDomain: 'lindqvist-hydraulik.example',
    phone: '+46 31 555 0111',
  },
  {
    givenName: 'Dr. Eva',
    surname: 'Kirchhoff',
    organization: 'Kanzlei Kirchhoff & Partner',
    mailDomain: 'kirchhoff-partner.example',
    phone: '+49 40 555 0112',
    title: 'Rechtsanwältin',
    address: {
      street: 'Neuer Wall 250',
      postalCode: '20354',
      city: 'Hamburg',
      country: 'DE',
      countryName: 'Deutschland',
    },
  },
  {
    givenName: 'Jens',
    surname: 'Overbeck',
    organization: 'Overbeck Wirtschaftsprüfung',
    mailDomain: 'overbeck.example',
    phone: '+49 40 555 0113',
  },
  {
    givenName: '彦',
    surname: '林',
    organization: '东海叶片制造',
    mailDomain: 'donghai-blades.example',
    phone: '+86 21 5550 0114',
    mobile: '+86 139 0555 0114',
  },
  {
    givenName: 'Samuel',
    surname: 'Achterberg',
    organization: 'Gebäudereinigung Achterberg',
    mailDomain: 'achterberg.example',
    phone: '+49 341 555 0115',
  },
  {
    givenName: 'Heinrich',
    surname: 'Sommer',
    organization: 'Bootsverleih Sommer',
    phone: '+49 4821 555 0116',
    mobile: '+49 172 555 0116',
  },
]

/** People at suppliers and partners, and one contact that somebody began and never filled in. */
export function partnerContacts(): readonly CompanyEntry[] {
  return [...partners.map(partnerContact), contact('Neuer Kontakt 0914', partners.length, [])]
}

function partnerContact(partner: Partner, index: number): CompanyEntry {
  const { givenName, surname, organization, mailDomain, address } = partner
  const name = givenName === '彦' ? `${surname}${givenName}` : `${givenName} ${surname}`
  const mail = mailDomain === undefined ? undefined : `kontakt${index + 1}@${mailDomain}`
  return contact(name, index, [
    ['givenName', givenName],
    ['sn', surname],
    ['displayName', `${name} (${organization})`],
    ['company', organization],
    ['title', partner.title],
    ['mail', mail],
    ['targetAddress', mail === undefined ? undefined : `SMTP:${mail}`],
    ['telephoneNumber', partner.phone],
    ['mobile', partner.mobile],
    ['streetAddress', address?.street],
    ['postalCode', address?.postalCode],
    ['l', address?.city],
    ['c', address?.country],
    ['co', address?.countryName],
  ])
}

function contact(
  name: string,
  index: number,
  details: readonly (readonly [name: string, value: string | undefined])[],
): CompanyEntry {
  return {
    dn: `CN=${escapeRdn(name)},OU=Kontakte,${company}`,
    attributes: [
      ...personClasses('contact'),
      ['objectCategory', category('Person')],
      ['objectGUID', fixedGuid(`contact ${index}`)],
      ...details.filter((it): it is readonly [string, string] => it[1] !== undefined),
      ['whenCreated', '20210914101500.0Z'],
    ],
  }
}
