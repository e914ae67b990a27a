import type { Database } from 'better-sqlite3'
import type { EntryKind } from '../../model/entry.ts'

/** Makes the snapshot equal to the entries of this run; only what differs is written. */
export function saveSnapshot(database: Database, kinds: readonly EntryKind[], read: 'complete' | 'incomplete'): void {
  const list = kinds.map((kind) => `'${kind}'`).join(', ')
  database.transaction(() => {
    if (read === 'complete') {
      database.exec(
        `DELETE FROM snapshot WHERE kind IN (${list})
           AND NOT EXISTS (SELECT 1 FROM work.entries WHERE entries.anchor = snapshot.anchor)`,
      )
    }
    database.exec(`
      INSERT OR REPLACE INTO snapshot
        SELECT e.anchor, e.kind, e.dn, e.base_dn, e.attributes FROM work.entries AS e
        LEFT JOIN snapshot AS s ON s.anchor = e.anchor
        WHERE (e.dn, e.base_dn, e.attributes) IS NOT (s.dn, s.base_dn, s.attributes);`)
    if (!kinds.includes('group')) return
    database.exec(`
      DELETE FROM snapshot_members WHERE NOT EXISTS (
        SELECT 1 FROM work.group_members AS m
        WHERE m.group_anchor = snapshot_members.group_anchor AND m.member_key = snapshot_members.member_key)
        AND (${read === 'complete' ? '1' : '0'} OR group_anchor IN (SELECT anchor FROM work.entries));
      INSERT OR IGNORE INTO snapshot_members SELECT group_anchor, member_key FROM work.group_members;`)
  })()
}
