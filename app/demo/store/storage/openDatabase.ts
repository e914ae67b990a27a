import Database from 'better-sqlite3'
import { ConnectorError } from '../../../model/error.ts'
import { layout, layoutVersion } from './layout.ts'
import { upgradeLayout } from './upgradeLayout.ts'

function prepare(database: Database.Database, file: string, profile: string): void {
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = NORMAL')
  database.pragma('foreign_keys = ON')
  const version = database.pragma('user_version', { simple: true })
  if (version === 0) {
    database.transaction(() => {
      database.exec(layout)
      database.prepare('INSERT INTO origin (profile) VALUES (?)').run(profile)
      database.pragma(`user_version = ${layoutVersion}`)
    })()
    return
  }
  if (version === 1) upgradeLayout(database)
  else if (version !== layoutVersion) {
    throw new ConnectorError({
      side: 'store',
      code: 'unknown-layout',
      message: `The file has layout ${version}, this version of the identity store reads layout ${layoutVersion}.`,
      remedy: 'Use the version that wrote the file, or name a new file.',
      place: file,
    })
  }
  const origin = database.prepare('SELECT profile FROM origin').pluck().get()
  if (origin !== profile) {
    throw new ConnectorError({
      side: 'store',
      code: 'other-profile',
      message: `The file was made with the profile ${origin}, not ${profile}.`,
      remedy: `Start the identity store with the profile ${origin}, or name a new file.`,
      place: file,
    })
  }
}

/**
 * Opens or creates the store's file (`:memory:` for none); a file of the earlier layout is brought up to date. Throws ConnectorError `unreadable-file`, `unknown-layout`
 * or `other-profile`.
 */
export function openDatabase(file: string, profile: string): Database.Database {
  let database: Database.Database | undefined
  try {
    database = new Database(file)
    prepare(database, file, profile)
    return database
  } catch (cause) {
    database?.close()
    if (cause instanceof ConnectorError) throw cause
    throw new ConnectorError({
      side: 'store',
      code: 'unreadable-file',
      message: `The identity store's file cannot be opened: ${(cause as Error).message}.`,
      remedy: 'Check that the folder exists, that it may be written to, and that the file is an identity store.',
      place: file,
      cause,
    })
  }
}
