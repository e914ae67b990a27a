import type Database from 'better-sqlite3'
import type { ResourceKind } from '../schema/resourceType.ts'
import { ScimError } from '../scimError.ts'
import { PictureStorage } from './pictureStorage.ts'
import type { ResourceRecord, ResourceRow } from './resourceRow.ts'

const columns = 'row, kind, id, version, created, modified, body'

function isUniquenessError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE'
}

/** Users, groups and contacts by row, id and name. */
export class ResourceStorage {
  readonly #database: Database.Database
  readonly #insert
  readonly #update
  readonly #touch
  readonly #delete
  readonly #byId
  readonly #byRow
  readonly #insertEmail
  readonly #deleteEmails
  readonly #managed
  readonly #pictures: PictureStorage
  readonly #counts: Record<ResourceKind, number>

  constructor(database: Database.Database) {
    this.#database = database
    this.#insert = database.prepare<unknown[]>(
      `INSERT INTO resource (kind, id, name_key, external_id, manager_id, version, created, modified, body)
       VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?)`,
    )
    this.#update = database.prepare<unknown[]>(
      `UPDATE resource SET name_key = ?, external_id = ?, manager_id = ?, version = version + 1, modified = ?, body = ?
       WHERE row = ?`,
    )
    this.#touch = database.prepare<unknown[]>('UPDATE resource SET version = version + 1, modified = ? WHERE row = ?')
    this.#delete = database.prepare<unknown[]>('DELETE FROM resource WHERE row = ?')
    this.#byId = database.prepare<unknown[], ResourceRow>(`SELECT ${columns} FROM resource WHERE id = ?`)
    this.#byRow = database.prepare<unknown[], ResourceRow>(`SELECT ${columns} FROM resource WHERE row = ?`)
    this.#insertEmail = database.prepare<unknown[]>(
      'INSERT OR IGNORE INTO email (resource_row, address_key) VALUES (?, ?)',
    )
    this.#deleteEmails = database.prepare<unknown[]>('DELETE FROM email WHERE resource_row = ?')
    this.#managed = database.prepare<unknown[], ResourceRow>(`SELECT ${columns} FROM resource WHERE manager_id = ?`)
    const count = database.prepare<unknown[], number>('SELECT count(*) FROM resource WHERE kind = ?').pluck()
    this.#pictures = new PictureStorage(database)
    this.#counts = {
      User: count.get('User') ?? 0,
      Group: count.get('Group') ?? 0,
      Contact: count.get('Contact') ?? 0,
    }
  }

  /** Runs `work` in one transaction; inside another one, as a part of it that can fail alone. */
  transaction<T>(work: () => T): T {
    const before = { ...this.#counts }
    try {
      return this.#database.transaction(work)()
    } catch (error) {
      Object.assign(this.#counts, before)
      throw error
    }
  }

  /** How many resources of a kind there are; costs nothing. */
  count(kind: ResourceKind): number {
    return this.#counts[kind]
  }

  find(kind: ResourceKind, id: string): ResourceRow | undefined {
    const found = this.#byId.get(id)
    return found?.kind === kind ? found : undefined
  }

  /** The resource with an id, whatever its kind. */
  findAny(id: string): ResourceRow | undefined {
    return this.#byId.get(id)
  }

  at(row: number): ResourceRow {
    const found = this.#byRow.get(row)
    if (found === undefined) throw new Error(`There is no row ${row}`)
    return found
  }

  /** Returns the new row's number. Throws ScimError 409 uniqueness when another user has the name. */
  insert(kind: ResourceKind, id: string, record: ResourceRecord, now: string): number {
    const { nameKey, externalId, managerId, body } = record
    const { lastInsertRowid } = this.#unique(nameKey, () =>
      this.#insert.run(kind, id, nameKey, externalId, managerId, now, now, body),
    )
    const row = Number(lastInsertRowid)
    for (const key of record.emailKeys) this.#insertEmail.run(row, key)
    this.#pictures.keep(row, record.pictures)
    this.#counts[kind] += 1
    return row
  }

  /** Writes a new text and raises the version. Throws ScimError 409 uniqueness when another user has the name. */
  update(row: number, record: ResourceRecord, now: string): void {
    const { nameKey, externalId, managerId, body } = record
    this.#unique(nameKey, () => this.#update.run(nameKey, externalId, managerId, now, body, row))
    this.#deleteEmails.run(row)
    for (const key of record.emailKeys) this.#insertEmail.run(row, key)
    this.#pictures.keep(row, record.pictures)
  }

  /** Raises the version of a resource whose text stays: its members changed. */
  touch(row: number, now: string): void {
    this.#touch.run(now, row)
  }

  /** Deletes a resource with its memberships on both sides and its pictures. */
  delete({ row, kind }: ResourceRow): void {
    this.#delete.run(row)
    this.#counts[kind] -= 1
  }

  /** The users whose manager has this id. */
  managedBy(id: string): readonly ResourceRow[] {
    return this.#managed.all(id)
  }

  #unique<T>(nameKey: string, write: () => T): T {
    try {
      return write()
    } catch (error) {
      if (!isUniquenessError(error)) throw error
      throw new ScimError(409, `Another user has the userName ${nameKey}.`, 'uniqueness')
    }
  }
}
