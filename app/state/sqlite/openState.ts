import type { State } from '../state.ts'
import { rememberClosed } from './closedState.ts'
import { controlRecords } from './controlRecords.ts'
import { type DataFolderLock, lockDataFolder } from './dataFolderLock.ts'
import { eventRecords } from './eventRecords.ts'
import { groupRecords } from './groupRecords.ts'
import { linkRecords } from './linkRecords.ts'
import { openDatabase } from './openDatabase.ts'
import { planRecords } from './planRecords.ts'
import { planRowRecords } from './planRowRecords.ts'
import { runRecords } from './runRecords.ts'
import { setAsideRecords } from './setAsideRecords.ts'
import { readSnapshotHeader } from './snapshotHeaderRecord.ts'
import { sqliteWorkspace } from './sqliteWorkspace.ts'
import { translateSqliteError } from './translateSqliteError.ts'

export interface StateOptions {
  readonly folder: string
  /** Only one process may hold a folder for writing; any number may read. */
  readonly access: 'read' | 'write'
  /** What the process does, for the message that a second one gets: `full sync`. */
  readonly purpose: string
  readonly now: Date
}

/**
 * Opens the state of a data folder.
 * @throws ConnectorError (side connector) `locked`, `state-damaged`, `newer-data-folder`, `data-folder-not-writable`,
 *   `disk-full`
 */
export function openState({ folder, access, purpose, now }: StateOptions): State {
  let lock: DataFolderLock | undefined
  try {
    if (access === 'write') lock = lockDataFolder(folder, purpose, now)
    const database = openDatabase(folder, access, now)
    return {
      runs: runRecords(database),
      plans: planRecords(database),
      planRows: planRowRecords(database),
      links: linkRecords(database),
      groups: groupRecords(database),
      setAside: setAsideRecords(database),
      snapshot: () => readSnapshotHeader(database),
      control: controlRecords(database),
      events: eventRecords(database),
      openWorkspace: (options) => sqliteWorkspace(database, folder, options),
      close() {
        database.close()
        if (lock) rememberClosed(folder)
        lock?.release()
      },
    }
  } catch (error) {
    lock?.release()
    throw translateSqliteError(error, folder)
  }
}
