import type { Database } from 'better-sqlite3'
import type { EntryKind } from '../../model/entry.ts'
import type { Link } from '../../model/link.ts'
import type { State } from '../state.ts'

export interface LinkRow {
  readonly kind: EntryKind
  readonly anchor: string
  readonly resource_id: string
  readonly name: string
  readonly dn: string
  readonly base_dn: string
  readonly vanished_at: string | null
}

export function toLink(row: LinkRow): Link {
  return {
    anchor: row.anchor,
    kind: row.kind,
    resourceId: row.resource_id,
    name: row.name,
    dn: row.dn,
    baseDn: row.base_dn,
    vanishedAt: row.vanished_at,
  }
}

export function linkRecords(database: Database): State['links'] {
  return {
    get(anchor) {
      const row = database.prepare<[string], LinkRow>('SELECT * FROM links WHERE anchor = ?').get(anchor)
      return row ? toLink(row) : null
    },
    ofResource(kind, resourceId) {
      const statement = database.prepare<[string, string], LinkRow>(
        'SELECT * FROM links WHERE kind = ? AND resource_id = ?',
      )
      const row = statement.get(kind, resourceId)
      return row ? toLink(row) : null
    },
    count(kind) {
      const statement = database.prepare<[string], { n: number }>(
        'SELECT count(*) AS n FROM links WHERE kind = ? AND vanished_at IS NULL',
      )
      return statement.get(kind)?.n ?? 0
    },
  }
}
