import type { Database } from 'better-sqlite3'
import type { EntryKind } from '../../model/entry.ts'
import type { Focus } from '../focus.ts'
import type { WorkspaceOptions } from '../workspace.ts'
import { type LinkRow, toLink } from './linkRecords.ts'
import { pageLength } from './pages.ts'

type StoreFocus = Pick<
  Focus,
  | 'takeFromSnapshot'
  | 'focusOnNames'
  | 'focusOnOwners'
  | 'focusOnDependents'
  | 'takeUnaskedLinks'
  | 'takeUnsoughtNames'
  | 'selectedInAll'
>

/** Who competes with the focus or depends on it; the snapshot knows them, and the store is asked for them alone. */
export function storeFocus(database: Database, { groups }: Pick<WorkspaceOptions, 'groups'>): StoreFocus {
  return {
    takeFromSnapshot: () => void database.exec(fromSnapshot),
    focusOnNames: () => void database.exec(rivalsByName),
    focusOnOwners: () => void database.exec(owners),
    focusOnDependents: () => void database.exec(dependents + (groups === 'flat' ? groupsAbove : '')),
    *takeUnaskedLinks() {
      const take = database.prepare<[number], LinkRow>(
        `SELECT links.* FROM work.focus AS f CROSS JOIN main.links ON links.anchor = f.anchor
         WHERE NOT EXISTS (SELECT 1 FROM work.asked WHERE asked.anchor = f.anchor) LIMIT ?`,
      )
      const mark = database.prepare('INSERT OR IGNORE INTO work.asked SELECT value FROM json_each(?)')
      for (;;) {
        const page = take.all(pageLength)
        if (page.length === 0) return
        mark.run(JSON.stringify(page.map(({ anchor }) => anchor)))
        yield page.map(toLink)
      }
    },
    takeUnsoughtNames(kind) {
      const { desired, current } = tables[kind]
      const names = database
        .prepare<[], string>(
          `SELECT name FROM work.${desired} AS d
           WHERE NOT EXISTS (SELECT 1 FROM work.sought WHERE sought.kind = '${kind}' AND sought.name_key = d.name_key)
             AND NOT EXISTS (SELECT 1 FROM main.links CROSS JOIN work.${current} AS c ON c.id = links.resource_id
               WHERE links.kind = '${kind}' AND links.anchor = d.anchor)
           GROUP BY name_key ORDER BY name_key`,
        )
        .pluck()
        .all()
      database.exec(
        `INSERT OR IGNORE INTO work.sought SELECT '${kind}', name_key FROM work.${desired} AS d
         WHERE NOT EXISTS (SELECT 1 FROM main.links CROSS JOIN work.${current} AS c ON c.id = links.resource_id
           WHERE links.kind = '${kind}' AND links.anchor = d.anchor)`,
      )
      return names
    },
    selectedInAll(kind: EntryKind) {
      const count = (sql: string, ...values: readonly [string, number?]): number =>
        database
          .prepare<(string | number | undefined)[], number>(sql)
          .pluck()
          .get(...values) ?? 0
      const inFocus = count(
        'SELECT count(*) FROM work.focus AS f CROSS JOIN main.snapshot AS s ON s.anchor = f.anchor WHERE s.kind = ?',
        kind,
      )
      const held = count('SELECT count(*) FROM (SELECT 1 FROM main.snapshot WHERE kind = ? LIMIT ?)', kind, inFocus + 1)
      return held - inFocus + count('SELECT count(*) FROM work.entries WHERE kind = ?', kind)
    },
  }
}

const tables = {
  user: { desired: 'desired_users', current: 'current_users' },
  group: { desired: 'desired_groups', current: 'current_groups' },
  contact: { desired: 'desired_contacts', current: 'current_contacts' },
} as const

const fromSnapshot = `
  INSERT OR REPLACE INTO work.entries
    SELECT s.anchor, s.kind, s.dn, s.dn_key, s.base_dn, s.attributes, m.mark
    FROM work.focus AS f CROSS JOIN main.snapshot AS s ON s.anchor = f.anchor
    LEFT JOIN main.pictures AS m ON m.anchor = s.anchor WHERE f.status = 'unread';
  INSERT INTO work.group_members
    SELECT m.group_anchor, m.member_key
    FROM work.focus AS f CROSS JOIN main.snapshot_members AS m ON m.group_anchor = f.anchor WHERE f.status = 'unread';
  UPDATE work.focus SET status = 'held' WHERE status = 'unread';`

/** Who shares a name with somebody who shares a name with somebody in the focus is a rival too (DC-25). */
const rivalsByName = `
  WITH RECURSIVE names (value) AS (
    SELECT name_key FROM work.desired_users
    UNION SELECT email_key FROM work.desired_users WHERE email_key IS NOT NULL
    UNION SELECT s.name_key FROM work.focus AS f CROSS JOIN main.snapshot AS s ON s.anchor = f.anchor
      WHERE s.kind = 'user' AND s.name_key IS NOT NULL
    UNION SELECT s.email_key FROM work.focus AS f CROSS JOIN main.snapshot AS s ON s.anchor = f.anchor
      WHERE s.email_key IS NOT NULL
    UNION SELECT s.email_key FROM names CROSS JOIN main.snapshot AS s ON s.kind = 'user' AND s.name_key = names.value
      WHERE s.email_key IS NOT NULL
    UNION SELECT s.name_key FROM names CROSS JOIN main.snapshot AS s ON s.email_key = names.value
      WHERE s.name_key IS NOT NULL
  )
  INSERT OR IGNORE INTO work.focus
    SELECT s.anchor, 'unread' FROM names CROSS JOIN main.snapshot AS s ON s.kind = 'user' AND s.name_key = names.value
    UNION SELECT s.anchor, 'unread' FROM names CROSS JOIN main.snapshot AS s ON s.email_key = names.value;
  WITH names (value) AS (
    SELECT name_key FROM work.desired_groups
    UNION SELECT s.name_key FROM work.focus AS f CROSS JOIN main.snapshot AS s ON s.anchor = f.anchor
      WHERE s.kind = 'group' AND s.name_key IS NOT NULL
  )
  INSERT OR IGNORE INTO work.focus
    SELECT s.anchor, 'unread' FROM names CROSS JOIN main.snapshot AS s ON s.kind = 'group' AND s.name_key = names.value;`

/** Who would take over a resource, or is held back because of it, is known by its name and its addresses. */
const owners = `
  INSERT OR IGNORE INTO work.focus
    SELECT links.anchor, 'unread' FROM work.current_users AS c
    CROSS JOIN main.links ON links.kind = 'user' AND links.resource_id = c.id;
  INSERT OR IGNORE INTO work.focus
    SELECT links.anchor, 'unread' FROM work.current_groups AS c
    CROSS JOIN main.links ON links.kind = 'group' AND links.resource_id = c.id;
  WITH names (value) AS (
    SELECT name_key FROM work.current_users
    UNION SELECT email_key FROM work.current_emails
  )
  INSERT OR IGNORE INTO work.focus
    SELECT s.anchor, 'unread' FROM names CROSS JOIN main.snapshot AS s ON s.kind = 'user' AND s.name_key = names.value
    UNION SELECT s.anchor, 'unread' FROM names CROSS JOIN main.snapshot AS s ON s.email_key = names.value;
  INSERT OR IGNORE INTO work.focus
    SELECT s.anchor, 'unread' FROM work.current_groups AS c
    CROSS JOIN main.snapshot AS s ON s.kind = 'group' AND s.name_key = c.name_key;`

const dependents = `
  WITH places (dn_key) AS (
    SELECT e.dn_key FROM work.entries AS e
    WHERE e.kind IN ('user', 'group') AND NOT EXISTS (SELECT 1 FROM main.links WHERE links.kind = e.kind AND links.anchor = e.anchor
      AND (EXISTS (SELECT 1 FROM work.current_users AS c WHERE e.kind = 'user' AND c.id = links.resource_id)
        OR EXISTS (SELECT 1 FROM work.current_groups AS c WHERE e.kind = 'group' AND c.id = links.resource_id)))
  )
  INSERT OR IGNORE INTO work.focus
    SELECT s.anchor, 'unread' FROM places CROSS JOIN main.snapshot AS s ON s.manager_key = places.dn_key
    UNION
    SELECT m.group_anchor, 'unread' FROM places CROSS JOIN main.snapshot_members AS m ON m.member_key = places.dn_key;`

/** In a store with flat groups, who is in a group is in all groups above it. */
const groupsAbove = `
  WITH RECURSIVE reached (dn_key) AS (
    SELECT dn_key FROM work.entries WHERE kind = 'group'
    UNION SELECT s.dn_key FROM work.focus AS f CROSS JOIN main.snapshot AS s ON s.anchor = f.anchor WHERE s.kind = 'group'
    UNION SELECT s.dn_key FROM reached CROSS JOIN main.snapshot_members AS m ON m.member_key = reached.dn_key
      CROSS JOIN main.snapshot AS s ON s.anchor = m.group_anchor
  )
  INSERT OR IGNORE INTO work.focus
    SELECT s.anchor, 'unread' FROM reached CROSS JOIN main.snapshot AS s ON s.dn_key = reached.dn_key WHERE s.kind = 'group';`
