import type { Database } from 'better-sqlite3'
import type { EntryKind } from '../../model/entry.ts'
import type { Reach } from './reach.ts'

/**
 * Makes the links equal to the joins of this run, without a request to the store: new links for objects that were
 * found by name or e-mail, present names and DNs for all, and no link where entry and resource are both gone. A link
 * that said "vanished" stays so until its user is active again, unless the entry came back.
 */
export function adoptJoins(
  database: Database,
  kinds: readonly EntryKind[],
  at: Date,
  read: 'complete' | 'incomplete',
  reach: Reach,
): void {
  database.transaction(() => {
    for (const kind of kinds) {
      database.exec(joinLinks(kind, at.toISOString()))
      if (read === 'complete') database.exec(endLinks(kind, reach))
      if (kind === 'user') database.exec(reach.of === 'everything' ? forgetGone + forgetAccounted : forgetAccounted)
    }
  })()
}

const desiredTables = { user: 'desired_users', group: 'desired_groups', contact: 'desired_contacts' } as const
const currentTables = { user: 'current_users', group: 'current_groups', contact: 'current_contacts' } as const

/** CROSS JOIN begins with the joins, which are few in a focus. */
function joinLinks(kind: EntryKind, at: string): string {
  const desired = desiredTables[kind]
  const room = kind === 'user' ? 'd.room' : '0'
  return `
    DELETE FROM links WHERE kind = '${kind}' AND anchor IN (
      SELECT links.anchor FROM work.joins CROSS JOIN links
        ON links.kind = '${kind}' AND links.resource_id = joins.resource_id AND links.anchor <> joins.anchor
      WHERE joins.kind = '${kind}' AND joins.how = 'joined');
    DELETE FROM links WHERE kind = '${kind}' AND anchor IN (
      SELECT links.anchor FROM work.joins CROSS JOIN links
        ON links.kind = '${kind}' AND links.anchor = joins.anchor AND links.resource_id <> joins.resource_id
      WHERE joins.kind = '${kind}' AND joins.how = 'joined');
    INSERT OR IGNORE INTO links
      SELECT '${kind}', d.anchor, joins.resource_id, d.name, d.dn, d.base_dn, NULL, '${at}', ${room}
      FROM work.joins JOIN work.${desired} AS d USING (anchor)
      WHERE joins.kind = '${kind}' AND joins.how = 'joined'
        AND NOT EXISTS (SELECT 1 FROM links WHERE links.kind = '${kind}' AND links.anchor = d.anchor);
    UPDATE links SET (name, dn, base_dn, vanished_at, room) =
        (SELECT d.name, d.dn, d.base_dn, NULL, ${room} FROM work.${desired} AS d WHERE d.anchor = links.anchor)
      WHERE kind = '${kind}' AND anchor IN (
        SELECT known.anchor FROM work.joins CROSS JOIN work.${desired} AS d ON d.anchor = joins.anchor
          CROSS JOIN links AS known ON known.kind = '${kind}' AND known.anchor = d.anchor
        WHERE joins.kind = '${kind}' AND joins.how = 'joined'
          AND (known.name, known.dn, known.base_dn, known.vanished_at IS NULL, known.room)
            IS NOT (d.name, d.dn, d.base_dn, 1, ${room}));`
}

function endLinks(kind: EntryKind, reach: Reach): string {
  const current = currentTables[kind]
  return `
    DELETE FROM links WHERE kind = '${kind}'${reach.of === 'focus' ? ' AND anchor IN (SELECT anchor FROM work.focus)' : ''}
      AND NOT EXISTS (SELECT 1 FROM work.entries WHERE entries.anchor = links.anchor AND entries.kind = links.kind)
      AND NOT EXISTS (SELECT 1 FROM work.${current} AS c WHERE c.id = links.resource_id);`
}

/** A user that is gone no longer waits for its deletion, and has no picture. */
const forgetGone = `
    DELETE FROM doomed_users WHERE NOT EXISTS (SELECT 1 FROM work.current_users WHERE id = doomed_users.resource_id);
    DELETE FROM sent_photos WHERE NOT EXISTS (SELECT 1 FROM work.current_users WHERE id = sent_photos.resource_id);`

/** Neither does one that is accounted for again. */
const forgetAccounted = `
    DELETE FROM doomed_users WHERE EXISTS (SELECT 1 FROM links WHERE links.kind = 'user' AND links.resource_id = doomed_users.resource_id);`
