import type Database from 'better-sqlite3'
import type { Pictures } from '../pictures/pictureItems.ts'

/** The bytes of users' pictures, apart from the users, so that lists need not read them. */
export class PictureStorage {
  readonly #find
  readonly #hashes
  readonly #add
  readonly #remove

  constructor(database: Database.Database) {
    this.#find = database
      .prepare<unknown[], string>('SELECT value FROM picture WHERE resource_row = ? AND hash = ?')
      .pluck()
    this.#hashes = database.prepare<unknown[], string>('SELECT hash FROM picture WHERE resource_row = ?').pluck()
    this.#add = database.prepare<unknown[]>('INSERT INTO picture (resource_row, hash, value) VALUES (?, ?, ?)')
    this.#remove = database.prepare<unknown[]>('DELETE FROM picture WHERE resource_row = ? AND hash = ?')
  }

  /** The data URI that a resource's body refers to. */
  find(row: number, hash: string): string | undefined {
    return this.#find.get(row, hash)
  }

  /** Keeps these pictures of a resource and frees its others; what is kept already is not written again. */
  keep(row: number, pictures: Pictures): void {
    const present = new Set(this.#hashes.all(row))
    for (const hash of present) if (!pictures.has(hash)) this.#remove.run(row, hash)
    for (const [hash, value] of pictures) if (!present.has(hash)) this.#add.run(row, hash, value)
  }
}
