import { createHash } from 'node:crypto'
import { ScimError } from '../scimError.ts'

/** Where the next page begins: after a row in the order of creation, or at an offset (from 0) of a sorted list. */
export type Position =
  | { readonly kind: 'after-row'; readonly row: number }
  | { readonly kind: 'offset'; readonly offset: number }

const marks = { 'after-row': 'r', offset: 'o' } as const

/** A short text that tells queries apart; a cursor fits only the query that it came from (RFC 9865 section 2). */
function fingerprint(query: readonly (string | undefined)[]): string {
  return createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 12)
}

/** `query` is everything that decides which resources come in which order. */
export function writeCursor(position: Position, query: readonly (string | undefined)[]): string {
  const value = position.kind === 'offset' ? position.offset : position.row
  return Buffer.from(`${marks[position.kind]}.${value}.${fingerprint(query)}`).toString('base64url')
}

/** Throws ScimError 400 invalidCursor for a cursor that this store did not give out for this query. */
export function readCursor(text: string, query: readonly (string | undefined)[]): Position {
  const match = /^([ro])\.(\d+)\.([\w-]{12})$/.exec(Buffer.from(text, 'base64url').toString())
  if (match === null || match[3] !== fingerprint(query)) {
    throw new ScimError(400, 'The cursor does not belong to this query.', 'invalidCursor')
  }
  const value = Number(match[2])
  return match[1] === marks.offset ? { kind: 'offset', offset: value } : { kind: 'after-row', row: value }
}
