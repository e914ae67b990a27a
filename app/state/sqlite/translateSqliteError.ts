import { ConnectorError } from '../../model/error.ts'
import { sqliteCode } from './sqliteCode.ts'

/** Turns what SQLite says of a full disk, a damaged or a locked file into words for the administrator. */
export function translateSqliteError(error: unknown, place: string): unknown {
  const code = sqliteCode(error)
  const parts = { side: 'connector', place, cause: error } as const
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC' || code.startsWith('SQLITE_IOERR_WRITE')) {
    const message = `The disk is full: nothing more could be written in ${place}. What was recorded before is safe.`
    return new ConnectorError({
      ...parts,
      code: 'disk-full',
      message,
      remedy: 'Free some space and run the command again.',
    })
  }
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) {
    const message = `The state file in ${place} is damaged: ${(error as Error).message}.`
    const remedy = 'Run the command again: the file is then set aside under a new name, and a fresh one is begun.'
    return new ConnectorError({ ...parts, code: 'state-damaged', message, remedy })
  }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code === 'EACCES' ||
    code === 'EROFS'
  ) {
    const message = `The data folder ${place} cannot be written: ${(error as Error).message}.`
    const remedy = 'Give the account that runs the connector the right to write there.'
    return new ConnectorError({ ...parts, code: 'data-folder-not-writable', message, remedy })
  }
  if (code.startsWith('SQLITE_BUSY')) {
    const message = `Another process holds the state file in ${place}.`
    return new ConnectorError({
      ...parts,
      code: 'locked',
      message,
      remedy: 'Wait until it has finished, then try again.',
    })
  }
  return error
}
