import { hash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { EntryKind } from '../../model/entry.ts'

/** SHA-1 (40 hexadecimal digits) over all that an object should be, its references apart. */
export function wantedDigest(database: Database, kind: EntryKind, anchor: string): string {
  const sql =
    kind === 'user'
      ? `SELECT name || ' ' || active || detail FROM work.desired_users AS d
         JOIN work.desired_details AS t ON t.rowid = d.detail_row WHERE d.anchor = ?`
      : 'SELECT name FROM work.desired_groups WHERE anchor = ?'
  const text = database.prepare<[string], string>(sql).pluck().get(anchor) ?? ''
  return hash('sha1', text)
}
