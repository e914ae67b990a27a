import { existsSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ConnectorError } from '../../model/error.ts'
import { isAsClosed } from './closedState.ts'
import { migrations } from './migrations/migrations.ts'
import { sqliteCode } from './sqliteCode.ts'

const fileName = 'state.db'

/**
 * Opens the state database of a data folder: makes it when there is none, checks it unless it is as it was closed, and
 * brings it to the present version.
 * @throws ConnectorError (side connector) `state-damaged`, after the damaged file was set aside under a name that the
 *   message tells; `newer-data-folder` when a newer version of the connector wrote it
 */
export function openDatabase(folder: string, access: 'read' | 'write', now: Date): Database.Database {
  const file = join(folder, fileName)
  if (access === 'read' && !existsSync(file)) return migrated(new Database(':memory:'))
  let database: Database.Database | undefined
  try {
    // SQLite takes an empty file for a new database: what was in it would be lost without a word.
    if (existsSync(file) && statSync(file).size === 0) throw new Database.SqliteError('it is empty', 'SQLITE_CORRUPT')
    database = new Database(file, { readonly: access === 'read', timeout: 5000 })
    if (!isAsClosed(folder)) check(database)
    refuseNewer(database, folder)
    database.pragma('cache_size = -8192')
    if (access === 'read') return database
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    return migrated(database)
  } catch (error) {
    database?.close()
    if (isDamage(error)) throw damaged(folder, file, access, now, error)
    throw error
  }
}

/** Takes the longer, the larger the file is. */
function check(database: Database.Database): void {
  const problems = database.pragma('quick_check(1)', { simple: true })
  if (problems !== 'ok') throw new Database.SqliteError(String(problems), 'SQLITE_CORRUPT')
}

function refuseNewer(database: Database.Database, folder: string): void {
  const version = versionOf(database)
  if (version <= migrations.length) return
  throw new ConnectorError({
    side: 'connector',
    code: 'newer-data-folder',
    message: `The data folder ${folder} was written by a newer connector (state version ${version}, this one knows ${migrations.length}).`,
    remedy: 'Install that newer version again; this one has changed nothing.',
    place: folder,
  })
}

function migrated(database: Database.Database): Database.Database {
  const version = versionOf(database)
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue
    database.transaction(() => {
      database.exec(migration)
      database.pragma(`user_version = ${index + 1}`)
    })()
  }
  return database
}

function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }))
}

function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(sqliteCode(error))
}

/** Renames the damaged file with its side files; nothing is ever deleted. Only the writer may do it. */
function damaged(folder: string, file: string, access: 'read' | 'write', now: Date, cause: unknown): ConnectorError {
  const kept = join(folder, `state.damaged-${now.toISOString().replace(/[:.]/g, '-')}.db`)
  if (access === 'write') {
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(file + suffix)) renameSync(file + suffix, kept + suffix)
    }
  }
  const aside = access === 'write' ? ` It was set aside as ${kept}, with everything in it.` : ''
  return new ConnectorError({
    side: 'connector',
    code: 'state-damaged',
    message: `The state file ${file} is damaged (${cause instanceof Error ? cause.message : cause}).${aside}`,
    remedy:
      'Restore it from a backup, or run a dry run: links are then found again by uid, nothing is deleted for having ' +
      'lost them, and users that were waiting for their deletion stay inactive. Review that dry run with care.',
    place: file,
    cause,
  })
}
