import type { SettingsInput } from '../../app/settings/schema.ts'
import { everyKindPlaces } from './everyKindCompany.ts'

/** What is read of `everyKindCompany`: every kind of everything, or of all but the crowd. */
export function everyKindSelections(baseDn: string) {
  const { company, former, people, rooms, contacts, groups } = everyKindPlaces(baseDn)
  const selection = {
    baseDns: [company],
    excludeDns: [former],
    rooms: { enabled: true, attributes: [{ name: 'businessCategory', equals: 'Meeting Room' }] },
    groups: { enabled: true },
    contacts: { enabled: true },
  } satisfies SettingsInput['selection']
  return { selection, withoutCrowd: { ...selection, baseDns: [people, rooms, contacts, groups] } }
}
