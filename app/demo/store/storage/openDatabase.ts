import Database from 'better-sqlite3'
import { ConnectorError } from '../../../model/error.ts'

const layoutVersion = 1

/*
 * resource    one row per user and group; body is the JSON text as served, without id, meta, groups and members
 * email       addresses in lower case, for `emails.value eq`
 * membership  who is in which group; a change costs in proportion to itself, not to the group
 */
const layout = `
  CREATE TABLE resource (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    name_key TEXT NOT NULL,
    external_id TEXT,
    manager_id TEXT,
    version INTEGER NOT NULL,
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    body TEXT NOT NULL
  );
  CREATE UNIQUE INDEX resource_id ON resource (id);
  CREATE UNIQUE INDEX user_name ON resource (name_key) WHERE kind = 'User';
  CREATE INDEX resource_position ON resource (kind, row);
  CREATE INDEX resource_name ON resource (kind, name_key);
  CREATE INDEX resource_external_id ON resource (external_id) WHERE external_id IS NOT NULL;
  CREATE INDEX resource_manager ON resource (manager_id) WHERE manager_id IS NOT NULL;
  CREATE TABLE email (
    resource_row INTEGER NOT NULL REFERENCES resource ON DELETE CASCADE,
    address_key TEXT NOT NULL,
    PRIMARY KEY (resource_row, address_key)
  ) WITHOUT ROWID;
  CREATE INDEX email_address ON email (address_key);
  CREATE TABLE membership (
    group_row INTEGER NOT NULL REFERENCES resource ON DELETE CASCADE,
    member_row INTEGER NOT NULL REFERENCES resource ON DELETE CASCADE,
    PRIMARY KEY (group_row, member_row)
  ) WITHOUT ROWID;
  CREATE INDEX membership_member ON membership (member_row);
  CREATE TABLE origin (profile TEXT NOT NULL);
`

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
  if (version !== layoutVersion) {
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
 * Opens or creates the store's file (`:memory:` for none). Throws ConnectorError `unreadable-file`, `unknown-layout`
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
