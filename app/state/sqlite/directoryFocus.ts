import type { Database } from 'better-sqlite3'
import { dnKey } from '../../model/dn.ts'
import type { EntryKind } from '../../model/entry.ts'
import type { Focus } from '../focus.ts'
import { pageLength } from './pages.ts'

type DirectoryFocus = Pick<
  Focus,
  | 'size'
  | 'addTold'
  | 'addDeleted'
  | 'told'
  | 'focusOnTold'
  | 'movedContainers'
  | 'unknownTold'
  | 'knownTold'
  | 'addPresent'
  | 'focusOnAbsent'
  | 'dropUnchanged'
  | 'focusOnDue'
  | 'focusOnUnsettled'
  | 'focusOnUnlinked'
  | 'focusOnReferrers'
  | 'focusOnReferrersTo'
  | 'focusOnDns'
  | 'unknownReferences'
  | 'takeAppeared'
  | 'takeUnread'
  | 'focusOnDifferences'
>

const unread = "INSERT OR IGNORE INTO work.focus SELECT anchor, 'unread' FROM"

/** Who is concerned by what the directory told. */
export function directoryFocus(database: Database, kinds: readonly EntryKind[]): DirectoryFocus {
  const kindList = kinds.map((kind) => `'${kind}'`).join(', ')
  const addTold = database.prepare('INSERT OR REPLACE INTO work.told VALUES (?, ?, ?, ?)')
  const addPresent = database.prepare('INSERT OR REPLACE INTO work.present VALUES (?, ?)')
  /** Of those that were told and are inside. */
  function* pagesOfAnchors(condition: string): Generator<readonly string[]> {
    const statement = database
      .prepare<[string, number], string>(
        `SELECT t.anchor FROM work.told AS t WHERE t.anchor > ? AND t.place = 'inside' ${condition}
         ORDER BY t.anchor LIMIT ?`,
      )
      .pluck()
    for (let last = ''; ; ) {
      const page = statement.all(last, pageLength)
      if (page.length === 0) return
      yield page
      last = page.at(-1) ?? last
    }
  }
  const takePages = (table: string, mark: (anchors: string) => void) =>
    function* () {
      for (;;) {
        const page = database.prepare<[number], string>(`${table} LIMIT ?`).pluck().all(pageLength)
        if (page.length === 0) return
        mark(JSON.stringify(page))
        yield page
      }
    }
  const markRead = database.prepare(
    "UPDATE work.focus SET status = 'read' WHERE anchor IN (SELECT value FROM json_each(?))",
  )
  const markGreeted = database.prepare('INSERT OR IGNORE INTO work.greeted SELECT value FROM json_each(?)')

  return {
    size: () => database.prepare<[], number>('SELECT count(*) FROM work.focus').pluck().get() ?? 0,
    addTold: database.transaction((locations) => {
      for (const { anchor, dn, place } of locations) addTold.run(anchor, dn, dnKey(dn), place)
    }),
    addDeleted: database.transaction((anchors) => {
      for (const anchor of anchors) addTold.run(anchor, '', '', 'deleted')
    }),
    told: () => database.prepare<[], number>('SELECT count(*) FROM work.told').pluck().get() ?? 0,
    focusOnTold() {
      database.exec(`
        INSERT OR IGNORE INTO work.moved_containers
          SELECT t.anchor, t.dn, c.dn_key, t.dn_key FROM work.told AS t CROSS JOIN main.containers AS c ON c.anchor = t.anchor
          WHERE c.dn_key <> t.dn_key AND t.place <> 'deleted';
        ${unread} work.told AS t
          WHERE place = 'inside' OR EXISTS (SELECT 1 FROM main.snapshot AS s WHERE s.anchor = t.anchor)
            OR EXISTS (SELECT 1 FROM main.links WHERE links.anchor = t.anchor);
        INSERT OR IGNORE INTO work.focus
          SELECT s.anchor, 'unread' FROM work.moved_containers AS m
          CROSS JOIN main.snapshot AS s INDEXED BY snapshot_by_dn
            ON substr(s.dn_key, -length(m.old_key) - 1) = ',' || m.old_key;`)
    },
    movedContainers: () =>
      database
        .prepare<[], { anchor: string; dn: string }>(
          "SELECT anchor, dn FROM work.moved_containers WHERE anchor IN (SELECT anchor FROM work.told WHERE place = 'inside')",
        )
        .all(),
    unknownTold: () =>
      pagesOfAnchors(
        `AND NOT EXISTS (SELECT 1 FROM work.entries WHERE entries.anchor = t.anchor)
         AND NOT EXISTS (SELECT 1 FROM main.containers AS c WHERE c.anchor = t.anchor)
         AND NOT EXISTS (SELECT 1 FROM main.snapshot AS s WHERE s.anchor = t.anchor)`,
      ),
    knownTold: () =>
      pagesOfAnchors(
        `AND EXISTS (SELECT 1 FROM work.entries WHERE entries.anchor = t.anchor)
         AND EXISTS (SELECT 1 FROM main.snapshot AS s WHERE s.anchor = t.anchor)`,
      ),
    addPresent: database.transaction((locations) => {
      for (const { anchor, dn } of locations) addPresent.run(anchor, dnKey(dn))
    }),
    focusOnAbsent() {
      database.exec(`
        ${unread} main.snapshot AS s
          WHERE s.kind IN (${kindList})
            AND NOT EXISTS (SELECT 1 FROM work.present AS p WHERE p.anchor = s.anchor AND p.dn_key = s.dn_key);
        ${unread} work.present AS p WHERE NOT EXISTS (SELECT 1 FROM main.snapshot AS s WHERE s.anchor = p.anchor);
        ${unread} main.links WHERE kind IN (${kindList}) AND vanished_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM main.snapshot AS s WHERE s.anchor = links.anchor);`)
    },
    dropUnchanged: () => void database.exec(unchanged),
    focusOnDue(at, vanishedBefore, open) {
      const [now, before] = [at.toISOString(), vanishedBefore.toISOString()]
      database
        .prepare(
          `${unread} (SELECT key AS anchor FROM main.set_aside WHERE next_try_at <= ?) AS due
             WHERE EXISTS (SELECT 1 FROM main.snapshot AS s WHERE s.anchor = due.anchor)
               OR EXISTS (SELECT 1 FROM main.links WHERE links.anchor = due.anchor)`,
        )
        .run(now)
      database.prepare(`${unread} main.links WHERE kind IN (${kindList}) AND vanished_at <= ?`).run(before)
      database.prepare(`${unread} (SELECT value AS anchor FROM json_each(?)) WHERE 1`).run(JSON.stringify(open))
    },
    focusOnUnsettled(anchors) {
      database.prepare(`${unread} (SELECT value AS anchor FROM json_each(?)) WHERE 1`).run(JSON.stringify(anchors))
      database.exec(`
        ${unread} main.links WHERE kind IN (${kindList}) AND vanished_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM main.snapshot AS s WHERE s.anchor = links.anchor);`)
    },
    focusOnUnlinked(kind, atMost) {
      database
        .prepare(
          `${unread} (SELECT s.anchor FROM main.snapshot AS s WHERE s.kind = ? AND s.name_key IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM main.links WHERE links.kind = s.kind AND links.anchor = s.anchor)
             ORDER BY s.name_key, s.anchor LIMIT ?) WHERE 1`,
        )
        .run(kind, atMost)
    },
    focusOnReferrers: () => void database.exec(referrers),
    focusOnReferrersTo(dns) {
      database
        .prepare(`WITH places (dn_key) AS (SELECT value FROM json_each(?)) ${referring}`)
        .run(JSON.stringify(dns.map(dnKey)))
    },
    unknownReferences: () =>
      database
        .prepare<[], string>(
          `SELECT dn_key FROM (
             SELECT member_key AS dn_key FROM work.group_members
             UNION SELECT manager_key FROM work.desired_users WHERE manager_key IS NOT NULL) AS r
           WHERE NOT EXISTS (SELECT 1 FROM main.snapshot AS s WHERE s.dn_key = r.dn_key)
             AND NOT EXISTS (SELECT 1 FROM work.entries AS e WHERE e.dn_key = r.dn_key)`,
        )
        .pluck()
        .all(),
    focusOnDns(dns) {
      database
        .prepare(
          `${unread} (SELECT DISTINCT s.anchor FROM json_each(?) CROSS JOIN main.snapshot AS s ON s.dn_key = value) WHERE 1`,
        )
        .run(JSON.stringify(dns.map(dnKey)))
    },
    takeAppeared: takePages(
      `SELECT e.anchor FROM work.entries AS e
         WHERE NOT EXISTS (SELECT 1 FROM main.snapshot AS s WHERE s.anchor = e.anchor)
           AND NOT EXISTS (SELECT 1 FROM work.greeted AS g WHERE g.anchor = e.anchor)`,
      (anchors) => markGreeted.run(anchors),
    ),
    takeUnread: takePages("SELECT anchor FROM work.focus WHERE status = 'unread'", (anchors) => markRead.run(anchors)),
    focusOnDifferences() {
      database.exec(differences(kindList))
      return database.prepare<[], number>('SELECT count(*) FROM work.focus').pluck().get() ?? 0
    },
  }
}

const referring = `
  INSERT OR IGNORE INTO work.focus
    SELECT s.anchor, 'unread' FROM places CROSS JOIN main.snapshot AS s ON s.manager_key = places.dn_key
    UNION
    SELECT m.group_anchor, 'unread' FROM places CROSS JOIN main.snapshot_members AS m ON m.member_key = places.dn_key`

/** Who points to a place that somebody has left, or that somebody has taken, be it as another kind of object. */
const referrers = `
  WITH places (dn_key) AS (
    SELECT s.dn_key FROM work.focus AS f CROSS JOIN main.snapshot AS s ON s.anchor = f.anchor
      LEFT JOIN work.entries AS e ON e.anchor = f.anchor
      WHERE f.status <> 'unread' AND (e.dn_key, e.kind) IS NOT (s.dn_key, s.kind)
    UNION
    SELECT e.dn_key FROM work.entries AS e LEFT JOIN main.snapshot AS s ON s.anchor = e.anchor
      WHERE (s.dn_key, s.kind) IS NOT (e.dn_key, e.kind)
  )
  ${referring};`

/** A picture that is another one than is known, or is refused for another reason. */
function pictureChanged(anchor: string): string {
  return `SELECT 1 FROM work.pictures AS p LEFT JOIN main.pictures AS m ON m.anchor = p.anchor
    WHERE p.anchor = ${anchor} AND (p.value, p.problem) IS NOT (m.value, m.problem)`
}

/** Of a group, the members count too, of a user the picture. */
const unchanged = `
  CREATE TEMP TABLE unchanged AS
    SELECT f.anchor FROM work.focus AS f
      LEFT JOIN work.entries AS e ON e.anchor = f.anchor
      LEFT JOIN main.snapshot AS s ON s.anchor = f.anchor
    WHERE f.status = 'read'
      AND (e.kind, e.dn, e.base_dn, e.attributes) IS (s.kind, s.dn, s.base_dn, s.attributes)
      AND (e.anchor IS NOT NULL
        OR NOT EXISTS (SELECT 1 FROM main.links WHERE links.anchor = f.anchor AND vanished_at IS NULL))
      AND NOT EXISTS (${pictureChanged('f.anchor')})
      AND NOT EXISTS (
        SELECT member_key FROM work.group_members WHERE group_anchor = f.anchor
        EXCEPT SELECT member_key FROM main.snapshot_members WHERE group_anchor = f.anchor)
      AND NOT EXISTS (
        SELECT member_key FROM main.snapshot_members WHERE group_anchor = f.anchor
        EXCEPT SELECT member_key FROM work.group_members WHERE group_anchor = f.anchor);
  DELETE FROM work.group_members WHERE group_anchor IN (SELECT anchor FROM temp.unchanged);
  DELETE FROM work.entries WHERE anchor IN (SELECT anchor FROM temp.unchanged);
  DELETE FROM work.focus WHERE anchor IN (SELECT anchor FROM temp.unchanged);
  DROP TABLE temp.unchanged;`

/** The entries are a whole read here; those that are as the snapshot says are dropped. */
function differences(kindList: string): string {
  return `
    DELETE FROM work.focus;
    INSERT OR IGNORE INTO work.focus
      SELECT e.anchor, 'read' FROM work.entries AS e LEFT JOIN main.snapshot AS s ON s.anchor = e.anchor
      WHERE (e.kind, e.dn, e.base_dn, e.attributes) IS NOT (s.kind, s.dn, s.base_dn, s.attributes)
        OR EXISTS (${pictureChanged('e.anchor')});
    INSERT OR IGNORE INTO work.focus
      SELECT s.anchor, 'read' FROM main.snapshot AS s
      WHERE s.kind IN (${kindList}) AND NOT EXISTS (SELECT 1 FROM work.entries AS e WHERE e.anchor = s.anchor);
    INSERT OR IGNORE INTO work.focus
      SELECT anchor, 'read' FROM main.links WHERE kind IN (${kindList}) AND vanished_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM main.snapshot AS s WHERE s.anchor = links.anchor)
        AND NOT EXISTS (SELECT 1 FROM work.entries AS e WHERE e.anchor = links.anchor);
    INSERT OR IGNORE INTO work.focus
      SELECT group_anchor, 'read' FROM (SELECT * FROM work.group_members EXCEPT SELECT * FROM main.snapshot_members)
      UNION
      SELECT group_anchor, 'read' FROM (SELECT * FROM main.snapshot_members EXCEPT SELECT * FROM work.group_members);
    DELETE FROM work.group_members WHERE group_anchor NOT IN (SELECT anchor FROM work.focus);
    DELETE FROM work.entries WHERE anchor NOT IN (SELECT anchor FROM work.focus);`
}
