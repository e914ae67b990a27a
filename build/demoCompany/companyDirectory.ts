import { type CompanyEntry, category, company, domain, fixedGuid, sid } from './directoryObject.ts'
import { makeGroups } from './groups.ts'
import { partnerContacts } from './partnerContacts.ts'
import { makePeople, personEntry, serviceAccount } from './people.ts'
import { sites } from './sites.ts'
import { teams } from './teams.ts'
import { computers, resourceMailboxes } from './things.ts'

/** The whole demo company, containers first: the same entries at every call. */
export function companyDirectory(): readonly CompanyEntry[] {
  const people = makePeople()
  return [
    ...containers(),
    ...people.map(personEntry),
    ...resourceMailboxes(),
    ...partnerContacts(),
    ...makeGroups(people),
    serviceAccount(),
    ...computers(),
  ]
}

function containers(): readonly CompanyEntry[] {
  const departments = [{ site: 'hamburg', department: 'Geschäftsführung' } as const, ...teams]
  const others = ['Räume', 'Kontakte', 'Computer', 'Dienstkonten', 'Ausgeschieden', 'Gruppen']
  return [
    container(domain, 'domainDNS', 'Domain-DNS', [['objectSid', sid(0)]]),
    container(`CN=Users,${domain}`, 'container', 'Container'),
    unit(`OU=Domain Controllers,${domain}`),
    unit(company),
    ...Object.values(sites).map((site) => unit(`OU=${site.name},${company}`)),
    ...departments.map(({ site, department }) => unit(`OU=${department},OU=${sites[site].name},${company}`)),
    ...others.map((name) => unit(`OU=${name},${company}`)),
    unit(`OU=Sicherheit,OU=Gruppen,${company}`),
    unit(`OU=Verteiler,OU=Gruppen,${company}`),
  ]
}

function unit(dn: string): CompanyEntry {
  return container(dn, 'organizationalUnit', 'Organizational-Unit')
}

function container(dn: string, objectClass: string, kind: string, more: CompanyEntry['attributes'] = []): CompanyEntry {
  return {
    dn,
    attributes: [
      ['objectClass', 'top'],
      ['objectClass', objectClass],
      ['objectCategory', category(kind)],
      ['objectGUID', fixedGuid(dn)],
      ...more,
      ['whenCreated', '20120102090000.0Z'],
    ],
  }
}
