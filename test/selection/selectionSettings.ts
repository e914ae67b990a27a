import type { Attributes, Entry, EntryKind } from '../../app/model/entry.ts'
import type { SelectionSettings } from '../../app/settings/schema.ts'

export function selectionSettings(parts: Partial<SelectionSettings>): SelectionSettings {
  return {
    baseDns: ['DC=corp'],
    excludeDns: [],
    users: { enabled: true, filter: '' },
    rooms: { enabled: false, attributes: [] },
    groups: { enabled: false, types: ['security'], filter: '' },
    contacts: { enabled: false, filter: '' },
    ...parts,
  }
}

export function entryAt(dn: string, kind: EntryKind, attributes: Attributes): Entry {
  return { anchor: 'a1', kind, dn, baseDn: 'DC=corp', attributes }
}

/** The same, and rooms are identified, by these attributes besides Exchange's own. */
export function withRooms(
  parts: Partial<SelectionSettings> = {},
  attributes: SelectionSettings['rooms']['attributes'] = [],
): SelectionSettings {
  return selectionSettings({ rooms: { enabled: true, attributes }, ...parts })
}
