import type { Database } from 'better-sqlite3'
import type { EntryKind } from '../../model/entry.ts'
import type { Settlement } from '../workspace.ts'
import type { Reach } from './reach.ts'
import { saveContainers } from './saveContainers.ts'
import { saveSetAside } from './saveSetAside.ts'
import { saveSnapshot } from './saveSnapshot.ts'
import { saveSnapshotHeader } from './snapshotHeaderRecord.ts'

/** The watermark moves in the same transaction that records what it covers: snapshot, and what failed (DC-57). */
export function settle(database: Database, kinds: readonly EntryKind[], settlement: Settlement, reach: Reach): void {
  const { read, header } = settlement
  database.transaction(() => {
    saveSnapshot(database, kinds, read, reach)
    saveContainers(database, read, reach)
    saveSetAside(database, settlement, reach)
    if (header !== null) saveSnapshotHeader(database, header)
  })()
}
