import type Database from 'better-sqlite3'
import type { Candidates } from '../filter/candidates.ts'
import type { ResourceKind } from '../schema/resourceType.ts'
import type { ResourceRow } from './resourceRow.ts'

const columns = 'row, kind, id, version, created, modified, body'

/** Canonical paths that have a column to sort by. */
const sortColumns: Readonly<Record<string, string>> = {
  id: 'id',
  userName: 'name_key',
  displayName: 'name_key',
  'meta.created': 'created',
  'meta.lastModified': 'modified',
}

/** Pages and walks of one kind of resource, in the order of creation unless said otherwise. */
export class ListStorage {
  readonly #database: Database.Database
  readonly #fromOffset
  readonly #afterRow

  constructor(database: Database.Database) {
    this.#database = database
    this.#fromOffset = database.prepare<unknown[], ResourceRow>(
      `SELECT ${columns} FROM resource INDEXED BY resource_position
       WHERE kind = @kind AND row >= (
         SELECT row FROM resource INDEXED BY resource_position WHERE kind = @kind ORDER BY row LIMIT 1 OFFSET @offset
       ) ORDER BY row LIMIT @limit`,
    )
    this.#afterRow = database.prepare<unknown[], ResourceRow>(
      `SELECT ${columns} FROM resource INDEXED BY resource_position WHERE kind = ? AND row > ? ORDER BY row LIMIT ?`,
    )
  }

  /** Up to `limit` resources, beginning with the one at `offset` (from 0). */
  fromOffset(kind: ResourceKind, offset: number, limit: number): readonly ResourceRow[] {
    return this.#fromOffset.all({ kind, offset, limit })
  }

  /** Up to `limit` resources created after the one in `row`. */
  afterRow(kind: ResourceKind, row: number, limit: number): readonly ResourceRow[] {
    return this.#afterRow.all(kind, row, limit)
  }

  /** All resources of a kind, or those among the candidates, one by one. Nothing may be written meanwhile. */
  walk(kind: ResourceKind, candidates: Candidates | undefined): IterableIterator<ResourceRow> {
    const condition = candidates === undefined ? '' : ` AND row IN (${candidates.sql})`
    return this.#database
      .prepare<unknown[], ResourceRow>(`SELECT ${columns} FROM resource WHERE kind = ?${condition} ORDER BY row`)
      .iterate(kind, ...(candidates?.parameters ?? []))
  }

  /** Rows sorted by a path that has a column; undefined when it has none. */
  sorted(
    kind: ResourceKind,
    path: string,
    direction: 'ASC' | 'DESC',
    offset: number,
    limit: number,
  ): readonly ResourceRow[] | undefined {
    const column = path === 'displayName' && kind !== 'Group' ? undefined : sortColumns[path]
    if (column === undefined) return undefined
    return this.#database
      .prepare<unknown[], ResourceRow>(
        `SELECT ${columns} FROM resource WHERE row IN (
           SELECT row FROM resource WHERE kind = ? ORDER BY ${column} ${direction}, row LIMIT ? OFFSET ?
         ) ORDER BY ${column} ${direction}, row`,
      )
      .all(kind, limit, offset)
  }
}
