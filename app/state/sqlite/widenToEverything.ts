import type { Database } from 'better-sqlite3'
import type { Entry } from '../../model/entry.ts'
import { pageLength } from './pages.ts'
import type { Reach } from './reach.ts'
import { type EntryRow, toEntry } from './toEntry.ts'
import { everythingIsKnown } from './workspaceTables.ts'

/**
 * Makes a whole read of a focus and the snapshot around it.
 * @param baseOf the base under which an entry is selected, or null when it is not
 */
export function widenToEverything(database: Database, reach: Reach, baseOf: (entry: Entry) => string | null): void {
  database.exec(`
    INSERT OR REPLACE INTO work.entries
      SELECT s.anchor, s.kind, s.dn, s.dn_key, s.base_dn, s.attributes, m.mark
      FROM main.snapshot AS s LEFT JOIN main.pictures AS m ON m.anchor = s.anchor AND ${picturesWereSent}
      WHERE s.anchor NOT IN (SELECT anchor FROM work.focus);
    INSERT INTO work.group_members
      SELECT group_anchor, member_key FROM main.snapshot_members
      WHERE group_anchor NOT IN (SELECT anchor FROM work.focus);`)
  const read = database.prepare<[number, number], EntryRow>(
    'SELECT rowid, * FROM work.entries WHERE rowid > ? ORDER BY rowid LIMIT ?',
  )
  const drop = database.prepare('DELETE FROM work.entries WHERE rowid = ?')
  const rebase = database.prepare('UPDATE work.entries SET base_dn = ? WHERE rowid = ?')
  for (let last = 0; ; ) {
    const page = read.all(last, pageLength)
    if (page.length === 0) break
    for (const row of page) {
      const baseDn = baseOf(toEntry(row))
      if (baseDn === null) drop.run(row.rowid)
      else if (baseDn !== row.base_dn) rebase.run(baseDn, row.rowid)
    }
    last = page.at(-1)?.rowid ?? last
  }
  database.exec(`
    DELETE FROM work.group_members WHERE group_anchor NOT IN (SELECT anchor FROM work.entries);
    DROP TABLE work.known_entries;
    DROP TABLE work.known_members;
    ${everythingIsKnown}`)
  reach.of = 'everything'
}

/** While none are, nobody looks whether a changed entry has another one. */
const picturesWereSent = "EXISTS (SELECT 1 FROM main.snapshot_header WHERE header ->> '$.pictures' <> 'none')"
