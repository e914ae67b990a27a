import type { Database, Statement } from 'better-sqlite3'
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

/** Links are asked for one by one: each question is prepared once, not for every link. */
export function linkRecords(database: Database): State['links'] {
  const prepare = <Values extends unknown[]>(sql: string) => {
    let statement: Statement<Values, LinkRow> | undefined
    return (...values: Values) => {
      statement ??= database.prepare<Values, LinkRow>(sql)
      const row = statement.get(...values)
      return row ? toLink(row) : null
    }
  }
  const get = prepare<[anchor: string]>('SELECT * FROM links WHERE anchor = ?')
  const ofResource = prepare<[kind: EntryKind, id: string]>('SELECT * FROM links WHERE kind = ? AND resource_id = ?')
  return {
    get,
    ofResource,
    count(kind) {
      const statement = database.prepare<[string], { n: number }>(
        'SELECT count(*) AS n FROM links WHERE kind = ? AND vanished_at IS NULL',
      )
      return statement.get(kind)?.n ?? 0
    },
  }
}
