import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ConnectorError } from '../../model/error.ts'
import { sqliteCode } from './sqliteCode.ts'

/** Held by the one process that may write in a data folder. */
export interface DataFolderLock {
  release(): void
}

/**
 * Takes the lock of a data folder. The operating system lets go of it when the process ends, however it ends, so a
 * killed process never leaves a folder locked: the lock is an exclusive transaction on a file of its own.
 * @throws ConnectorError `locked` (side connector) that names the process which holds it
 */
export function lockDataFolder(folder: string, purpose: string, now: Date): DataFolderLock {
  const holderFile = join(folder, 'lock.json')
  const database = new Database(join(folder, 'lock.db'), { timeout: 0 })
  try {
    database.pragma('journal_mode = DELETE')
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (!sqliteCode(error).startsWith('SQLITE_BUSY')) throw error
    throw lockedError(folder, holderFile, error)
  }
  try {
    writeFileSync(holderFile, JSON.stringify({ pid: process.pid, since: now.toISOString(), purpose }))
  } catch (error) {
    database.close()
    throw error
  }
  return {
    release() {
      if (!database.open) return
      rmSync(holderFile, { force: true })
      database.close()
    },
  }
}

function lockedError(folder: string, holderFile: string, cause: unknown): ConnectorError {
  let holder = 'Another process'
  try {
    const { pid, since, purpose } = JSON.parse(readFileSync(holderFile, 'utf8'))
    holder = `Process ${pid} (${purpose}, since ${since})`
  } catch {
    // The holder is just writing or removing its name; the lock itself is certain.
  }
  return new ConnectorError({
    side: 'connector',
    code: 'locked',
    message: `${holder} is working in the data folder ${folder}.`,
    remedy: 'Wait until it has finished, or end it; nothing was read or written now.',
    place: folder,
    cause,
  })
}
