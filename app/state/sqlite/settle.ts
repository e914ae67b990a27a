import type { Database } from 'better-sqlite3'
import type { Settlement, WorkspaceOptions } from '../workspace.ts'
import type { Reach } from './reach.ts'
import { saveContainers } from './saveContainers.ts'
import { saveAgreedPictures, savePictures } from './savePictures.ts'
import { saveSetAside } from './saveSetAside.ts'
import { saveSnapshot } from './saveSnapshot.ts'
import { saveSnapshotHeader } from './snapshotHeaderRecord.ts'

/**
 * The watermark moves in the same transaction that records what it covers: snapshot, and what failed (DC-57). After a
 * read with gaps nothing moves: what was held back because of them (members, managers, who is gone) would not be found
 * again if the snapshot said already what the directory says.
 */
export function settle(
  database: Database,
  { kinds, pictures }: Pick<WorkspaceOptions, 'kinds' | 'pictures'>,
  settlement: Settlement,
  reach: Reach,
): void {
  const { header } = settlement
  database.transaction(() => {
    saveSetAside(database, settlement, reach)
    if (header === null) {
      saveAgreedPictures(database, pictures)
      return
    }
    savePictures(database, pictures, reach)
    saveSnapshot(database, kinds, reach)
    saveContainers(database, reach)
    saveSnapshotHeader(database, header)
  })()
}
