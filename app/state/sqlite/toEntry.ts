import type { Entry, EntryKind } from '../../model/entry.ts'

export interface EntryRow {
  readonly rowid: number
  readonly anchor: string
  readonly kind: EntryKind
  readonly dn: string
  readonly base_dn: string
  readonly attributes: string
}

/** An entry without its members. */
export function toEntry(row: EntryRow): Entry {
  const { anchor, kind, dn } = row
  return { anchor, kind, dn, baseDn: row.base_dn, attributes: JSON.parse(row.attributes) }
}
