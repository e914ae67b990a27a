import {
  type CompanyEntry,
  category,
  company,
  domain,
  escapeRdn,
  fixedGuid,
  personClasses,
  sid,
} from './directoryObject.ts'
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
  ['Raum Trave', 'raum.trave', 'hamburg', 4],
]
/** The room whose SIP address lost its domain. */
const roomWithoutSipDomain = 'raum.trave'

/**
 * Meeting rooms as Exchange makes them, disabled accounts; one that was made by hand and says what it is in an attribute
 * of its own; and a pool car, which is no room.
 */
export function resourceMailboxes(): readonly CompanyEntry[] {
  const roomEntries = rooms.map(([name, address, site, seats], index) =>
    mailbox(name, address, site, 2000 + index, [
      ...exchangeResource('Room', '16'),
      ['msExchResourceCapacity', String(seats)],
      sipAddress(address === roomWithoutSipDomain ? address : `${address}@nordwind.example`),
    ]),
  )
  return [
    ...roomEntries,
    mailbox('Besprechung Werkhalle', 'besprechung.werkhalle', 'leipzig', 2050, [
      ['extensionAttribute5', 'Raum'],
      sipAddress('besprechung.werkhalle@nordwind.example'),
    ]),
    mailbox('Poolfahrzeug HH-NW 210', 'poolfahrzeug', 'hamburg', 2100, exchangeResource('Equipment', '32')),
  ]
}

function exchangeResource(kind: 'Room' | 'Equipment', recipientType: string): CompanyEntry['attributes'] {
  return [
    ['msExchRecipientTypeDetails', recipientType],
    ['msExchResourceMetaData', `ResourceType:${kind}`],
    ['msExchResourceSearchProperties', kind],
    ['msExchResourceDisplay', kind],
  ]
}

function sipAddress(address: string): CompanyEntry['attributes'][number] {
  return ['msRTCSIP-PrimaryUserAddress', `sip:${address}`]
}

function mailbox(
  name: string,
  address: string,
  siteKey: SiteKey,
  relativeId: number,
  more: CompanyEntry['attributes'],
): CompanyEntry {
  const site = sites[siteKey]
  const account = address.slice(0, 20)
  return {
    dn: `CN=${escapeRdn(name)},OU=Räume,${company}`,
    attributes: [
      ...personClasses('user'),
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
      ...more,
      ['whenCreated', '20190603071500.0Z'],
    ],
  }
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
      ...personClasses('user'),
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
