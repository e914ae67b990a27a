import type { Filter } from 'scim2-parse-filter'
import { resolvePath } from '../schema/attributePath.ts'
import { enterpriseUser } from '../schema/enterpriseUser.ts'
import type { ResourceType } from '../schema/resourceType.ts'

/** A SELECT of row numbers, answered by indexes, that holds every match of a filter. */
export interface Candidates {
  readonly sql: string
  readonly parameters: readonly string[]
}

/** SQLite joins at most 500 SELECTs into one. */
const maximumAlternatives = 400

interface IndexedPath {
  readonly sql: string
  readonly fold: 'exact' | 'lower'
}

const byEmail: IndexedPath = { sql: 'SELECT resource_row AS row FROM email WHERE address_key = ?', fold: 'lower' }
const byMember: IndexedPath = {
  sql: 'SELECT group_row AS row FROM membership WHERE member_row = (SELECT row FROM resource WHERE id = ?)',
  fold: 'exact',
}

const indexedPaths: Readonly<Record<string, IndexedPath>> = {
  id: { sql: 'SELECT row FROM resource WHERE id = ?', fold: 'exact' },
  externalId: { sql: 'SELECT row FROM resource WHERE external_id = ?', fold: 'exact' },
  [`${enterpriseUser.id}:manager.value`]: { sql: 'SELECT row FROM resource WHERE manager_id = ?', fold: 'exact' },
  'emails.value': byEmail,
  emails: byEmail,
  'members.value': byMember,
  members: byMember,
}

function indexOf(type: ResourceType, canonical: string): IndexedPath | undefined {
  if (canonical !== type.nameAttribute) return indexedPaths[canonical]
  return { sql: `SELECT row FROM resource WHERE kind = '${type.name}' AND name_key = ?`, fold: 'lower' }
}

/**
 * The rows among which all matches of the filter are, through indexes; undefined when every row has to be looked at.
 * The result may hold rows that do not match: the filter itself still decides.
 */
export function findCandidates(type: ResourceType, filter: Filter): Candidates | undefined {
  switch (filter.op) {
    case 'and':
      return filter.filters.map((part) => findCandidates(type, part)).find((part) => part !== undefined)
    case 'or':
      return union(filter.filters.map((part) => findCandidates(type, part)))
    case '[]':
      return findCandidates(type, withPrefix(filter.attrPath, filter.valFilter))
    case 'eq':
      return typeof filter.compValue === 'string' ? lookUp(type, filter.attrPath, filter.compValue) : undefined
    default:
      return undefined
  }
}

function lookUp(type: ResourceType, attrPath: string, value: string): Candidates | undefined {
  const indexed = indexOf(type, resolvePath(type, attrPath)?.canonical ?? '')
  return indexed && { sql: indexed.sql, parameters: [indexed.fold === 'lower' ? value.toLowerCase() : value] }
}

/** Undefined when a part is, and when SQLite would not take so many. */
function union(parts: readonly (Candidates | undefined)[]): Candidates | undefined {
  const known = parts.filter((part) => part !== undefined)
  const parameters = known.flatMap((part) => part.parameters)
  if (known.length < parts.length || parameters.length > maximumAlternatives) return undefined
  return { sql: known.map(({ sql }) => `SELECT row FROM (${sql})`).join(' UNION '), parameters }
}

function withPrefix(prefix: string, filter: Filter): Filter {
  switch (filter.op) {
    case 'and':
    case 'or':
      return { ...filter, filters: filter.filters.map((part) => withPrefix(prefix, part)) }
    case 'not':
    case '[]':
      return filter
    default:
      return { ...filter, attrPath: `${prefix}.${filter.attrPath}` }
  }
}
