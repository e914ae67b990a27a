import { isJsonObject } from '../json.ts'
import { ScimError } from '../scimError.ts'

/** A query as it came, in the address or in the body of `.search` (RFC 7644 sections 3.4.2 and 3.4.3). */
export interface ListRequest {
  readonly filter?: string
  readonly attributes?: unknown
  readonly excludedAttributes?: unknown
  readonly sortBy?: string
  readonly sortOrder?: string
  /** From 1. */
  readonly startIndex: number
  readonly count?: number
  /** Empty for the first page. */
  readonly cursor?: string
}

function wholeNumber(name: string, value: unknown): number | undefined {
  if (value === undefined || value === '') return undefined
  const number = typeof value === 'number' ? value : Number(value)
  if (!Number.isSafeInteger(number)) throw new ScimError(400, `${name} must be a whole number.`, 'invalidValue')
  return number
}

function text(name: string, value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value
  throw new ScimError(400, `${name} must be a single text.`, 'invalidValue')
}

/** Reads a query; a negative count counts as 0, a startIndex below 1 as 1. Throws ScimError 400 invalidValue. */
export function parseListRequest(input: unknown): ListRequest {
  const { attributes, excludedAttributes, ...rest } = isJsonObject(input) ? input : {}
  const filter = text('filter', rest.filter)
  const sortBy = text('sortBy', rest.sortBy)
  const sortOrder = text('sortOrder', rest.sortOrder)
  const cursor = text('cursor', rest.cursor)
  const count = wholeNumber('count', rest.count)
  return {
    attributes,
    excludedAttributes,
    startIndex: Math.max(1, wholeNumber('startIndex', rest.startIndex) ?? 1),
    ...(filter === undefined || filter.trim() === '' ? {} : { filter }),
    ...(sortBy === undefined || sortBy === '' ? {} : { sortBy }),
    ...(sortOrder === undefined ? {} : { sortOrder }),
    ...(cursor === undefined ? {} : { cursor }),
    ...(count === undefined ? {} : { count: Math.max(0, count) }),
  }
}
