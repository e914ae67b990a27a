import type { Database, Statement } from 'better-sqlite3'
import type { EntryKind } from '../../model/entry.ts'
import type { Link } from '../../model/link.ts'
import { entryKindOf } from '../../model/objectKind.ts'
import type { Photo } from '../../model/photo.ts'
import type { State } from '../state.ts'
import { searchLinks } from './searchLinks.ts'

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
  const ofEntry = prepare<[kind: EntryKind, anchor: string]>('SELECT * FROM links WHERE kind = ? AND anchor = ?')
  const ofResource = prepare<[kind: EntryKind, id: string]>('SELECT * FROM links WHERE kind = ? AND resource_id = ?')
  return {
    get,
    ofEntry,
    ofResource,
    count(kind) {
      const sql =
        kind === 'avatar'
          ? 'SELECT count(*) FROM sent_photos'
          : `SELECT count(*) FROM links WHERE kind = '${entryKindOf(kind)}' AND room = ${kind === 'room' ? 1 : 0}
               AND vanished_at IS NULL`
      return database.prepare<[], number>(sql).pluck().get() ?? 0
    },
    search: (text, limit) => searchLinks(database, text, limit),
    photoOf: (resourceId) =>
      database
        .prepare<[string], Photo>('SELECT value, media_type AS mediaType, size FROM sent_photos WHERE resource_id = ?')
        .get(resourceId) ?? null,
    ignoredOf(kind, resourceId) {
      const sql = 'SELECT attribute, value FROM ignored_values WHERE kind = ? AND resource_id = ?'
      return Object.fromEntries(
        database.prepare<[EntryKind, string], [string, string]>(sql).raw().all(kind, resourceId),
      )
    },
  }
}
