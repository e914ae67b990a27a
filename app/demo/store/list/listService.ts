import type { Filter } from 'scim2-parse-filter'
import type { Faults } from '../faults/faults.ts'
import { findCandidates } from '../filter/candidates.ts'
import { compileFilter } from '../filter/compileFilter.ts'
import { filterPaths } from '../filter/filterPaths.ts'
import { parseFilter } from '../filter/parseFilter.ts'
import type { StoreProfile } from '../profile/profile.ts'
import { typeOf } from '../profile/typeOf.ts'
import { type Projection, parseProjection } from '../projection.ts'
import type { Renderer } from '../renderer.ts'
import { type AttributePath, resolvePath } from '../schema/attributePath.ts'
import type { ResourceKind, ResourceType } from '../schema/resourceType.ts'
import { ScimError } from '../scimError.ts'
import type { ListStorage } from '../storage/listStorage.ts'
import type { ResourceRow } from '../storage/resourceRow.ts'
import type { ResourceStorage } from '../storage/resourceStorage.ts'
import { type Position, readCursor, writeCursor } from './cursor.ts'
import type { ListRequest } from './listRequest.ts'
import { compareSortKeys, type SortKey, sortKey } from './sortKey.ts'

export interface ListServiceParts {
  readonly profile: StoreProfile
  readonly resources: ResourceStorage
  readonly lists: ListStorage
  readonly renderer: Renderer
  readonly faults: Faults
}

interface Page {
  readonly total: number
  readonly rows: readonly ResourceRow[]
  /** Whether more follow; then a cursor for them can be made. */
  readonly next?: Position
}

interface Sort {
  readonly path: AttributePath
  readonly direction: 'ASC' | 'DESC'
}

interface Query {
  readonly kind: ResourceKind
  readonly filter: Filter | undefined
  readonly sort: Sort | undefined
  readonly position: Position
  readonly limit: number
}

/** Answers list queries and `.search` with ListResponse texts. */
export class ListService {
  readonly #parts: ListServiceParts

  constructor(parts: ListServiceParts) {
    this.#parts = parts
  }

  /**
   * One page of the given kinds, one kind after the other, as JSON text (RFC 7644 section 3.4.2; cursors: RFC 9865).
   * Throws ScimError 400 invalidFilter, invalidValue, invalidPath or invalidCursor.
   */
  list(kinds: readonly ResourceKind[], request: ListRequest): string {
    const { profile, faults } = this.#parts
    const asked = Math.min(request.count ?? profile.page.default, profile.page.maximum)
    const limit = Math.min(asked, faults.shortPages ?? asked)
    const identity = [kinds.join(), request.filter, request.sortBy, request.sortOrder?.toLowerCase()]
    const withCursor = profile.cursorPaging === 'served' && request.cursor !== undefined
    const position = withCursor ? this.#cursorPosition(request, identity, kinds) : startOf(request)
    const { total, texts, next } = this.#collect(kinds, request, position, limit)
    const paging = withCursor
      ? next && limit > 0
        ? `,"nextCursor":"${writeCursor(next, identity)}"`
        : ''
      : `,"startIndex":${request.startIndex}`
    return `{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":${total},"itemsPerPage":${texts.length}${paging},"Resources":[${texts.join(',')}]}`
  }

  #cursorPosition(
    request: ListRequest,
    identity: readonly (string | undefined)[],
    kinds: readonly ResourceKind[],
  ): Position {
    if (request.cursor) return readCursor(request.cursor, identity)
    const byOffset = request.sortBy !== undefined || kinds.length > 1
    return byOffset ? { kind: 'offset', offset: 0 } : { kind: 'after-row', row: 0 }
  }

  #collect(kinds: readonly ResourceKind[], request: ListRequest, position: Position, limit: number) {
    const texts: string[] = []
    let total = 0
    let next: Position | undefined
    for (const kind of kinds) {
      const type = typeOf(this.#parts.profile, kind)
      const projection = parseProjection(type, request.attributes, request.excludedAttributes)
      const page = this.#page({
        kind,
        filter: this.#filter(type, request.filter),
        sort: this.#sort(type, request),
        position: position.kind === 'offset' ? { ...position, offset: Math.max(0, position.offset - total) } : position,
        limit: limit - texts.length,
      })
      total += page.total
      next = page.next
      for (const row of page.rows) texts.push(this.#parts.renderer.text(row, projection))
    }
    if (kinds.length > 1 && position.kind === 'offset') {
      const offset = position.offset + texts.length
      next = offset < total ? { kind: 'offset', offset } : undefined
    }
    return { total, texts, next }
  }

  #filter(type: ResourceType, text: string | undefined): Filter | undefined {
    if (text === undefined) return undefined
    const filter = parseFilter(text)
    this.#parts.profile.checkFilter(type, filter)
    return filter
  }

  #sort(type: ResourceType, { sortBy, sortOrder }: ListRequest): Sort | undefined {
    if (sortBy === undefined) return undefined
    const path = resolvePath(type, sortBy)
    const { sortPaths } = this.#parts.profile
    if (path?.attribute === undefined || (sortPaths !== 'any' && !sortPaths.includes(path.canonical))) {
      throw new ScimError(400, `${type.endpoint} cannot be sorted by ${sortBy}.`, 'invalidPath')
    }
    return { path, direction: sortOrder?.toLowerCase() === 'descending' ? 'DESC' : 'ASC' }
  }

  #page(query: Query): Page {
    const { resources, lists } = this.#parts
    const { kind, filter, sort, position, limit } = query
    if (filter !== undefined) return this.#matching(query)
    const total = resources.count(kind)
    if (position.kind === 'after-row') {
      return follow(position, lists.afterRow(kind, position.row, limit + 1), limit, total)
    }
    if (limit === 0) return { total, rows: [] }
    if (sort === undefined) return follow(position, lists.fromOffset(kind, position.offset, limit + 1), limit, total)
    const sorted = lists.sorted(kind, sort.path.canonical, sort.direction, position.offset, limit + 1)
    return sorted === undefined ? this.#matching(query) : follow(position, sorted, limit, total)
  }

  /** Looks at every candidate; keeps row numbers only, so that a long list costs little memory. */
  #matching({ kind, filter, sort, position, limit }: Query): Page {
    const { resources, lists, renderer, profile } = this.#parts
    const type = typeOf(profile, kind)
    const matches = filter === undefined ? () => true : compileFilter(type, filter)
    const needed = neededFor(type, filter, sort)
    const found: { row: number; key: SortKey }[] = []
    for (const row of lists.walk(kind, filter && findCandidates(type, filter))) {
      const value = renderer.value(row, needed)
      if (matches(value)) found.push({ row: row.row, key: sort && sortKey(sort.path, value) })
    }
    if (sort !== undefined) {
      const turn = sort.direction === 'ASC' ? 1 : -1
      found.sort((left, right) => turn * compareSortKeys(left.key, right.key) || left.row - right.row)
    }
    const offset = position.kind === 'offset' ? position.offset : found.findIndex(({ row }) => row > position.row)
    const rows = offset < 0 ? [] : found.slice(offset, offset + limit + 1).map(({ row }) => resources.at(row))
    return follow(position, rows, limit, found.length)
  }
}

function startOf({ startIndex }: ListRequest): Position {
  return { kind: 'offset', offset: startIndex - 1 }
}

/** A page out of one row more than asked for. */
function follow(position: Position, rows: readonly ResourceRow[], limit: number, total: number): Page {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  if (rows.length <= limit || last === undefined) return { total, rows: page }
  return {
    total,
    rows: page,
    next:
      position.kind === 'offset'
        ? { kind: 'offset', offset: position.offset + page.length }
        : { kind: 'after-row', row: last.row },
  }
}

/** Members, groups and pictures are gathered only when the filter or the sort looks at them. */
function neededFor(type: ResourceType, filter: Filter | undefined, sort: Sort | undefined): Projection {
  const asked = filter === undefined ? [] : filterPaths(filter).map(({ attrPath }) => resolvePath(type, attrPath))
  const used = new Set([...asked, sort?.path].map((path) => path?.attribute?.name))
  const unused = ['members', 'groups', 'photos'].filter((name) => !used.has(name))
  return { kind: 'without', paths: unused.map((name) => resolvePath(type, name)).filter((path) => path !== undefined) }
}
