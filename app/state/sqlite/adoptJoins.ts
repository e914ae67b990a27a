import type { Database } from 'better-sqlite3'
import type { EntryKind } from '../../model/entry.ts'

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
): void {
  database.transaction(() => {
    for (const kind of kinds) {
      database.exec(joinLinks(kind, at.toISOString()))
      if (read === 'complete') database.exec(endLinks(kind))
      if (kind === 'user') database.exec(forgetDoomed)
    }
  })()
}

/** INDEXED BY: left alone, SQLite would walk all joins for every link. */
function joinLinks(kind: EntryKind, at: string): string {
  const desired = kind === 'user' ? 'desired_users' : 'desired_groups'
  return `
    DELETE FROM links WHERE kind = '${kind}' AND EXISTS (
      SELECT 1 FROM work.joins INDEXED BY joins_by_resource WHERE joins.kind = '${kind}' AND joins.how = 'joined'
        AND joins.resource_id = links.resource_id AND joins.anchor <> links.anchor);
    DELETE FROM links WHERE kind = '${kind}' AND EXISTS (
      SELECT 1 FROM work.joins WHERE joins.kind = '${kind}' AND joins.how = 'joined'
        AND joins.anchor = links.anchor AND joins.resource_id <> links.resource_id);
    INSERT OR IGNORE INTO links
      SELECT '${kind}', d.anchor, joins.resource_id, d.name, d.dn, d.base_dn, NULL, '${at}'
      FROM work.joins JOIN work.${desired} AS d USING (anchor)
      WHERE joins.kind = '${kind}' AND joins.how = 'joined'
        AND NOT EXISTS (SELECT 1 FROM links WHERE links.kind = '${kind}' AND links.anchor = d.anchor);
    UPDATE links SET name = d.name, dn = d.dn, base_dn = d.base_dn, vanished_at = NULL
      FROM work.${desired} AS d JOIN work.joins ON joins.kind = '${kind}' AND joins.anchor = d.anchor AND joins.how = 'joined'
      WHERE links.kind = '${kind}' AND links.anchor = d.anchor
        AND (links.name, links.dn, links.base_dn, links.vanished_at IS NULL) IS NOT (d.name, d.dn, d.base_dn, 1);`
}

function endLinks(kind: EntryKind): string {
  const current = kind === 'user' ? 'current_users' : 'current_groups'
  return `
    DELETE FROM links WHERE kind = '${kind}'
      AND NOT EXISTS (SELECT 1 FROM work.entries WHERE entries.anchor = links.anchor)
      AND NOT EXISTS (SELECT 1 FROM work.${current} AS c WHERE c.id = links.resource_id);`
}

/** A user that is accounted for again, or gone, no longer waits for its deletion. */
const forgetDoomed = `
    DELETE FROM doomed_users WHERE NOT EXISTS (SELECT 1 FROM work.current_users WHERE id = doomed_users.resource_id)
      OR EXISTS (SELECT 1 FROM links WHERE links.kind = 'user' AND links.resource_id = doomed_users.resource_id);`
