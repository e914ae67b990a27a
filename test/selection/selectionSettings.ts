import type { Attributes, Entry, EntryKind } from '../../app/model/entry.ts'
import type { SelectionSettings } from '../../app/settings/schema.ts'

export function selectionSettings(parts: Partial<SelectionSettings>): SelectionSettings {
  return {
    baseDns: ['DC=corp'],
    excludeDns: [],
    users: { enabled: true, filter: '' },
    groups: { enabled: false, filter: '' },
    ...parts,
  }
}

export function entryAt(dn: string, kind: EntryKind, attributes: Attributes): Entry {
  return { anchor: 'a1', kind, dn, baseDn: 'DC=corp', attributes }
}
