import type { Database } from 'better-sqlite3'
import type { Reach } from './reach.ts'

/** Remembers where the containers of the selected entries are now. Part of a transaction. */
export function saveContainers(database: Database, reach: Reach): void {
  database.exec(reach.opened === 'focus' ? moved : 'DELETE FROM main.containers')
  database.exec('INSERT OR REPLACE INTO main.containers SELECT anchor, dn_key FROM work.containers')
}

/** Containers that moved, and those below them, unless they were located just now. */
const moved = `
  INSERT OR REPLACE INTO work.containers SELECT anchor, new_key FROM work.moved_containers;
  INSERT OR IGNORE INTO work.containers
    SELECT c.anchor, substr(c.dn_key, 1, length(c.dn_key) - length(m.old_key)) || m.new_key
    FROM work.moved_containers AS m
    CROSS JOIN main.containers AS c ON substr(c.dn_key, -length(m.old_key) - 1) = ',' || m.old_key;`
