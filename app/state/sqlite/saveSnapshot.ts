import type { Database } from 'better-sqlite3'
import type { EntryKind } from '../../model/entry.ts'
import type { Reach } from './reach.ts'

/** Makes the snapshot equal to the entries of this run; only what differs is written. Part of a transaction. */
export function saveSnapshot(database: Database, kinds: readonly EntryKind[], reach: Reach): void {
  // The plus keeps SQLite from finding the anchors of a focus by walking over everybody of a kind.
  const list = kinds.map((kind) => `'${kind}'`).join(', ')
  const reached = reach.of === 'focus' ? 'anchor IN (SELECT anchor FROM work.focus)' : '1'
  database.exec(
    `DELETE FROM main.snapshot WHERE ${reached} AND +kind IN (${list})
       AND NOT EXISTS (SELECT 1 FROM work.entries WHERE entries.anchor = snapshot.anchor)`,
  )
  database.exec(`
    INSERT OR REPLACE INTO main.snapshot
      SELECT e.anchor, e.kind, e.dn, e.dn_key, e.base_dn, e.attributes,
        coalesce(u.name_key, g.name_key, c.name_key), u.email_key, u.manager_key
      FROM work.entries AS e
      LEFT JOIN main.snapshot AS s ON s.anchor = e.anchor
      LEFT JOIN work.desired_users AS u ON u.anchor = e.anchor
      LEFT JOIN work.desired_groups AS g ON g.anchor = e.anchor
      LEFT JOIN work.desired_contacts AS c ON c.anchor = e.anchor
      WHERE (e.kind, e.dn, e.base_dn, e.attributes, coalesce(u.name_key, g.name_key, c.name_key), u.email_key, u.manager_key)
        IS NOT (s.kind, s.dn, s.base_dn, s.attributes, s.name_key, s.email_key, s.manager_key);`)
  if (!kinds.includes('group')) return
  const groupsReached = reach.of === 'focus' ? 'group_anchor IN (SELECT anchor FROM work.focus)' : '1'
  database.exec(`
    DELETE FROM main.snapshot_members WHERE ${groupsReached} AND NOT EXISTS (
      SELECT 1 FROM work.group_members AS m
      WHERE m.group_anchor = snapshot_members.group_anchor AND m.member_key = snapshot_members.member_key);
    INSERT OR IGNORE INTO main.snapshot_members SELECT group_anchor, member_key FROM work.group_members;`)
}
