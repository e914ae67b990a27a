import type { Database } from 'better-sqlite3'
import { type Event, eventLevels } from '../../model/event.ts'
import type { State } from '../state.ts'

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
      for (const { run_id, ...event } of statement.iterate(JSON.stringify(levels), runId ?? null, runId ?? null)) {
        yield { ...event, runId: run_id }
      }
    },
  }
}
