import type { SiteKey } from './sites.ts'

/** One department at one site: its people, the titles (`Leiter(in)` is written to suit the person) from the head downwards, and to whom the head reports. */
export interface Team {
  readonly site: SiteKey
  readonly department: string
  readonly size: number
  readonly costCentre: string
  readonly titles: readonly [head: string, lead: string, ...staff: string[]]
  /** Index of the member of the management, or department at another site. */
  readonly reportsTo: number | { readonly site: SiteKey; readonly department: string }
}

const headOfSales = { site: 'hamburg', department: 'Vertrieb' } as const
const headOfService = { site: 'leipzig', department: 'Service' } as const

export const teams: readonly Team[] = [
  {
    site: 'hamburg',
    department: 'Vertrieb',
    size: 26,
    costCentre: '4100',
    reportsTo: 1,
    titles: [
      'Leiter(in) Vertrieb',
      'Teamleitung Vertrieb',
      'Key Account Manager',
      'Vertriebsingenieur(in)',
      'Sachbearbeitung Vertriebsinnendienst',
      'Projektmanager Offshore',
    ],
  },
  {
    site: 'hamburg',
    department: 'Finanzen',
    size: 22,
    costCentre: '2100',
    reportsTo: 2,
    titles: [
      'Leiter(in) Finanzen',
      'Teamleitung Buchhaltung',
      'Bilanzbuchhalter(in)',
      'Controller',
      'Sachbearbeitung Kreditoren',
      'Treasury Analyst',
    ],
  },
  {
    site: 'hamburg',
    department: 'Personal',
    size: 12,
    costCentre: '2200',
    reportsTo: 4,
    titles: [
      'Leiter(in) Personal',
      'Teamleitung Entgelt',
      'Personalreferent(in)',
      'Sachbearbeitung Entgelt',
      'Recruiter',
    ],
  },
  {
    site: 'hamburg',
    department: 'IT',
    size: 20,
    costCentre: '2300',
    reportsTo: 2,
    titles: [
      'Leiter(in) IT',
      'Teamleitung Betrieb',
      'Systemadministrator(in)',
      'Netzwerkadministrator(in)',
      'Anwendungsbetreuer(in) SAP',
      'IT-Support',
      'Auszubildende(r) Fachinformatik',
    ],
  },
  {
    site: 'hamburg',
    department: 'Marketing',
    size: 12,
    costCentre: '4200',
    reportsTo: 1,
    titles: [
      'Leiter(in) Marketing',
      'Teamleitung Kommunikation',
      'Referent(in) Öffentlichkeitsarbeit',
      'Grafikdesigner(in)',
      'Eventmanager(in)',
    ],
  },
  {
    site: 'hamburg',
    department: 'Einkauf',
    size: 14,
    costCentre: '3300',
    reportsTo: 3,
    titles: [
      'Leiter(in) Einkauf',
      'Teamleitung Strategischer Einkauf',
      'Strategischer Einkauf',
      'Operativer Einkauf',
      'Disponent(in)',
    ],
  },
  {
    site: 'hamburg',
    department: 'Recht',
    size: 6,
    costCentre: '2400',
    reportsTo: 0,
    titles: [
      'Leiter(in) Recht',
      'Stellvertretung Recht',
      'Referent(in) Gesellschaftsrecht',
      'Vertragsmanager(in)',
      'Datenschutzbeauftragte(r)',
    ],
  },
  {
    site: 'leipzig',
    department: 'Produktion',
    size: 48,
    costCentre: '3100',
    reportsTo: 3,
    titles: [
      'Werkleiter(in)',
      'Schichtleitung',
      'Industriemechaniker(in)',
      'Zerspanungsmechaniker(in)',
      'Mechatroniker(in)',
      'Schweißfachkraft',
      'Faserverbundtechniker(in)',
      'Maschinenführer(in)',
    ],
  },
  {
    site: 'leipzig',
    department: 'Logistik',
    size: 22,
    costCentre: '3200',
    reportsTo: 3,
    titles: [
      'Leiter(in) Logistik',
      'Teamleitung Lager',
      'Fachkraft für Lagerlogistik',
      'Versanddisponent(in)',
      'Zollsachbearbeiter(in)',
    ],
  },
  {
    site: 'leipzig',
    department: 'Entwicklung',
    size: 34,
    costCentre: '5100',
    reportsTo: 5,
    titles: [
      'Leiter(in) Entwicklung',
      'Teamleitung Rotorblatt',
      'Entwicklungsingenieur(in) Aerodynamik',
      'Konstrukteur(in)',
      'Regelungstechniker(in)',
      'Softwareentwickler(in)',
      'Versuchsingenieur(in)',
      'Berechnungsingenieur(in)',
    ],
  },
  {
    site: 'leipzig',
    department: 'Qualität',
    size: 12,
    costCentre: '3400',
    reportsTo: 5,
    titles: [
      'Leiter(in) Qualität',
      'Teamleitung Messtechnik',
      'Qualitätsingenieur(in)',
      'Messtechniker(in)',
      'Auditor(in)',
    ],
  },
  {
    site: 'leipzig',
    department: 'Service',
    size: 14,
    costCentre: '3500',
    reportsTo: 3,
    titles: [
      'Leiter(in) Service',
      'Einsatzleitung Service',
      'Servicetechniker(in)',
      'Servicetechniker(in) Offshore',
      'Ersatzteilmanager(in)',
    ],
  },
  {
    site: 'wien',
    department: 'Vertrieb',
    size: 10,
    costCentre: '4110',
    reportsTo: headOfSales,
    titles: [
      'Niederlassungsleiter(in) Wien',
      'Teamleitung Vertrieb',
      'Vertriebsingenieur(in)',
      'Gebietsleiter(in)',
      'Vertriebsassistenz',
    ],
  },
  {
    site: 'wien',
    department: 'Service',
    size: 10,
    costCentre: '3510',
    reportsTo: headOfService,
    titles: ['Leiter(in) Service Österreich', 'Einsatzleitung Service', 'Servicetechniker(in)', 'Servicedisponent(in)'],
  },
  {
    site: 'zuerich',
    department: 'Vertrieb',
    size: 8,
    costCentre: '4120',
    reportsTo: headOfSales,
    titles: [
      'Geschäftsleiter(in) Schweiz',
      'Verkaufsleiter(in)',
      'Verkaufsingenieur(in)',
      'Sachbearbeiter(in) Verkauf',
    ],
  },
  {
    site: 'zuerich',
    department: 'Finanzen',
    size: 4,
    costCentre: '2110',
    reportsTo: { site: 'hamburg', department: 'Finanzen' },
    titles: ['Leiter(in) Finanzen Schweiz', 'Buchhalter(in)', 'Mandatsleiter(in)'],
  },
  {
    site: 'shanghai',
    department: 'Vertrieb',
    size: 9,
    costCentre: '4130',
    reportsTo: headOfSales,
    titles: ['General Manager China', 'Sales Manager', 'Sales Engineer', 'Project Coordinator', 'Office Manager'],
  },
  {
    site: 'shanghai',
    department: 'Einkauf',
    size: 6,
    costCentre: '3310',
    reportsTo: { site: 'hamburg', department: 'Einkauf' },
    titles: ['Sourcing Manager', 'Senior Buyer', 'Supplier Quality Engineer', 'Buyer'],
  },
  {
    site: 'dubai',
    department: 'Vertrieb',
    size: 7,
    costCentre: '4140',
    reportsTo: headOfSales,
    titles: ['Regional Director Middle East', 'Sales Manager', 'Business Development Manager', 'Tender Engineer'],
  },
]

/** The management in Hamburg; the first is everybody's manager in the end. */
export const managementTitles = [
  'Vorsitzende(r) der Geschäftsführung',
  'Geschäftsführer(in) Vertrieb und Marketing',
  'Geschäftsführer(in) Finanzen und IT',
  'Geschäftsführer(in) Produktion und Einkauf',
  'Geschäftsführer(in) Personal',
  'Geschäftsführer(in) Technik',
  'Assistenz der Geschäftsführung',
] as const
