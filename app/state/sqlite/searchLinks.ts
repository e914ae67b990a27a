import type { Database } from 'better-sqlite3'
import type { EntryKind } from '../../model/entry.ts'
import type { LinkedObject } from '../state.ts'
import { type TextSearch, textSearch } from './textSearch.ts'

interface FoundRow {
  readonly kind: EntryKind
  readonly anchor: string
  readonly room: 0 | 1
  readonly name: string
  readonly dn: string
  readonly display_name: string | null
}

const like = "LIKE @pattern ESCAPE '\\'"
const namesFirst = 'links AS l LEFT JOIN snapshot AS s ON s.anchor = l.anchor AND s.kind = l.kind'
const displayNamesFirst = 'snapshot AS s CROSS JOIN links AS l ON l.anchor = s.anchor AND l.kind = s.kind'

const byName = `${namesFirst} WHERE l.name ${like} ORDER BY l.name COLLATE NOCASE`
const byDisplayName = `${displayNamesFirst} WHERE s.display_name ${like} ORDER BY s.display_name COLLATE NOCASE`
const byAnything = `${namesFirst} WHERE l.name ${like} OR l.dn ${like}`

interface Step {
  readonly from: string
  patterns(search: TextSearch): readonly string[]
  fits(row: FoundRow, search: TextSearch): boolean
}

/** Beginnings are found in indexes; the others walk once over all display names, and once over all links. */
const steps: readonly Step[] = [
  { from: byName, patterns: ({ beginnings }) => beginnings, fits: ({ name }, { begins }) => begins(name) },
  {
    from: byDisplayName,
    patterns: ({ beginnings }) => beginnings,
    fits: ({ display_name }, { begins }) => begins(display_name),
  },
  {
    from: byDisplayName,
    patterns: ({ patterns }) => patterns,
    fits: ({ display_name }, { holds }) => holds(display_name),
  },
  { from: byAnything, patterns: ({ patterns }) => patterns, fits: ({ name, dn }, { holds }) => holds(name, dn) },
]

/** See `State.links.search`. */
export function searchLinks(database: Database, text: string, limit: number): readonly LinkedObject[] {
  const wanted = text.trim()
  if (wanted === '') return []
  const search = textSearch(wanted)
  const found = new Map<string, LinkedObject>()
  for (const { from, patterns, fits } of steps) {
    const rows = database.prepare<[{ pattern: string }], FoundRow>(
      `SELECT l.kind, l.anchor, l.room, l.name, l.dn, s.display_name FROM ${from}`,
    )
    for (const pattern of patterns(search)) {
      for (const row of rows.iterate({ pattern })) {
        if (found.size >= limit) return [...found.values()]
        if (fits(row, search)) found.set(`${row.kind} ${row.anchor}`, toLinkedObject(row))
      }
    }
  }
  return [...found.values()]
}

function toLinkedObject({ kind, room, name, display_name: displayName, dn }: FoundRow): LinkedObject {
  return { kind: kind === 'user' && room === 1 ? 'room' : kind, name, displayName, dn }
}
