import { hash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { entryKindOf, type ObjectKind } from '../../model/objectKind.ts'

const wanted = {
  user: `SELECT name || ' ' || active || detail FROM work.desired_users AS d
         JOIN work.desired_details AS t ON t.rowid = d.detail_row WHERE d.anchor = ?`,
  group: 'SELECT name FROM work.desired_groups WHERE anchor = ?',
  contact: `SELECT detail FROM work.desired_contacts AS d
            JOIN work.desired_details AS t ON t.rowid = d.detail_row WHERE d.anchor = ?`,
} as const

/** SHA-1 (40 hexadecimal digits) over all that an object should be, its references apart. */
export function wantedDigest(database: Database, kind: ObjectKind, anchor: string): string {
  const text = database.prepare<[string], string>(wanted[entryKindOf(kind)]).pluck().get(anchor) ?? ''
  return hash('sha1', text)
}
