import type { Database } from 'better-sqlite3'
import type { SnapshotHeader } from '../../model/snapshotHeader.ts'

export function readSnapshotHeader(database: Database): SnapshotHeader | null {
  const row = database.prepare<[], string>('SELECT header FROM snapshot_header').pluck().get()
  return row === undefined ? null : JSON.parse(row)
}

export function saveSnapshotHeader(database: Database, header: SnapshotHeader): void {
  database.prepare('INSERT OR REPLACE INTO snapshot_header VALUES (1, ?)').run(JSON.stringify(header))
}
