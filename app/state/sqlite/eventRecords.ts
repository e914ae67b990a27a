import type { Database } from 'better-sqlite3'
import { type Event, type EventLevel, eventLevels } from '../../model/event.ts'
import type { EventSearch, State } from '../state.ts'
import { textSearch } from './textSearch.ts'

interface EventRow extends Omit<Event, 'runId'> {
  readonly run_id: number | null
}

export function eventRecords(database: Database): State['events'] {
  return {
    add: database.transaction((events: Iterable<Omit<Event, 'id'>>) => {
      const insert = database.prepare(
        'INSERT INTO events (at, level, side, code, message, remedy, run_id, object) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      )
      let count = 0
      for (const { at, level, side, code, message, remedy, runId, object } of events) {
        insert.run(at, level, side, code, message, remedy, runId, object)
        count += 1
      }
      return count
    }),
    *list({ level = 'info', runId }) {
      const levels = eventLevels.slice(0, eventLevels.indexOf(level) + 1)
      const statement = database.prepare<[string, number | null, number | null], EventRow>(
        `SELECT * FROM events WHERE level IN (SELECT value FROM json_each(?)) AND (? IS NULL OR run_id = ?) ORDER BY id`,
      )
      for (const row of statement.iterate(JSON.stringify(levels), runId ?? null, runId ?? null)) yield toEvent(row)
    },
    search(query) {
      const levels = eventLevels.slice(0, eventLevels.indexOf(query.level) + 1)
      // Each level has its own place in the index, where its newest events are found at once.
      const found = levels.flatMap((level) => [...ofLevel(database, level, query)])
      return found.sort((one, other) => other.id - one.id).slice(0, query.limit)
    },
    countTroubles(since) {
      const [where, value] =
        'runId' in since
          ? ['id > (SELECT coalesce(max(id), 0) FROM events WHERE run_id = ?)', since.runId]
          : ['at >= ?', since.at.toISOString()]
      const sql = `SELECT count(*) FROM events WHERE level IN ('error', 'warning') AND ${where}`
      return database.prepare<[string | number], number>(sql).pluck().get(value) ?? 0
    },
  }
}

function* ofLevel(
  database: Database,
  level: EventLevel,
  { side, runId, before, search, limit }: EventSearch,
): Generator<Event> {
  const { patterns, holds } = textSearch(search)
  const wanted = {
    level,
    side,
    runId,
    before: before ?? Number.MAX_SAFE_INTEGER,
    pattern: patterns[0],
    other: patterns[1],
  }
  const conditions = [
    'level = @level AND id < @before',
    side === null ? '' : 'side = @side',
    runId === null ? '' : 'run_id = @runId',
    search === '' ? '' : fits('@pattern', ...(patterns.length > 1 ? ['@other'] : [])),
  ].filter((condition) => condition !== '')
  const statement = database.prepare<[typeof wanted], EventRow>(
    `SELECT * FROM events WHERE ${conditions.join(' AND ')} ORDER BY id DESC`,
  )
  let count = 0
  for (const row of statement.iterate(wanted)) {
    if (count >= limit) return
    if (!holds(row.message, row.code, row.object)) continue
    count += 1
    yield toEvent(row)
  }
}

function fits(...patterns: readonly string[]): string {
  const columns = ['message', 'code', 'object']
  const one = patterns.flatMap((pattern) => columns.map((column) => `${column} LIKE ${pattern} ESCAPE '\\'`))
  return `(${one.join(' OR ')})`
}

function toEvent({ run_id, ...event }: EventRow): Event {
  return { ...event, runId: run_id }
}
