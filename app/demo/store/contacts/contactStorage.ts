import type Database from 'better-sqlite3'

/** A contact as it is kept. */
export interface ContactRow {
  /** Rising with creation; the order of searches. */
  readonly row: number
  readonly id: string
  /** ISO 8601. */
  readonly created: string
  /** ISO 8601. */
  readonly modified: string
  /** JSON text without schemas, meta, contactId and orgId. */
  readonly body: string
}

/** What is written of a contact. */
export interface ContactRecord {
  readonly source: string
  /** Names and e-mail addresses in lower case, one per line. */
  readonly searchKey: string
  readonly body: string
}

/** Which contacts are looked for; an empty keyword and a missing source fit all. */
export interface ContactQuery {
  readonly keyword: string
  readonly source?: string
}

const columns = 'row, id, created, modified, body'
const fitting = '(@keyword IS NULL OR instr(search_key, @keyword) > 0) AND (@source IS NULL OR source = @source)'

/** The contacts of the organization. */
export class ContactStorage {
  readonly #database: Database.Database
  readonly #insert
  readonly #update
  readonly #delete
  readonly #byId
  readonly #page
  readonly #countFitting
  readonly #count

  constructor(database: Database.Database) {
    this.#database = database
    this.#insert = database.prepare<unknown[]>(
      'INSERT INTO contact (id, source, search_key, created, modified, body) VALUES (?, ?, ?, ?, ?, ?)',
    )
    this.#update = database.prepare<unknown[]>(
      'UPDATE contact SET source = ?, search_key = ?, modified = ?, body = ? WHERE id = ?',
    )
    this.#delete = database.prepare<unknown[]>('DELETE FROM contact WHERE id = ?')
    this.#byId = database.prepare<unknown[], ContactRow>(`SELECT ${columns} FROM contact WHERE id = ?`)
    this.#page = database.prepare<unknown[], ContactRow>(
      `SELECT ${columns} FROM contact WHERE ${fitting} ORDER BY row LIMIT @limit OFFSET @start`,
    )
    this.#countFitting = database.prepare<unknown[], number>(`SELECT count(*) FROM contact WHERE ${fitting}`).pluck()
    this.#count = database.prepare<unknown[], number>('SELECT count(*) FROM contact').pluck()
  }

  /** Runs `work` in one transaction; inside another one, as a part of it that can fail alone. */
  transaction<T>(work: () => T): T {
    return this.#database.transaction(work)()
  }

  find(id: string): ContactRow | undefined {
    return this.#byId.get(id)
  }

  /** Up to `limit` contacts in the order of creation, beginning with the one at `start` (from 0), and how many fit. */
  search(query: ContactQuery, start: number, limit: number): { rows: readonly ContactRow[]; total: number } {
    const keyword = query.keyword === '' ? null : query.keyword.toLowerCase()
    const parameters = { keyword, source: query.source ?? null }
    return {
      rows: this.#page.all({ ...parameters, start, limit }),
      total: this.#countFitting.get(parameters) ?? 0,
    }
  }

  count(): number {
    return this.#count.get() ?? 0
  }

  insert(id: string, { source, searchKey, body }: ContactRecord, now: string): void {
    this.#insert.run(id, source, searchKey, now, now, body)
  }

  update(id: string, { source, searchKey, body }: ContactRecord, now: string): void {
    this.#update.run(source, searchKey, now, body, id)
  }

  /** Whether there was one. */
  delete(id: string): boolean {
    return this.#delete.run(id).changes > 0
  }
}
