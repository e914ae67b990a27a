import type { Event } from '../model/event.ts'
import { csvPieces } from './csvPieces.ts'

const columns = ['Time', 'Level', 'Side', 'Code', 'Message', 'What to do', 'Run', 'Object']

/** Events for a spreadsheet, as the pieces of one CSV file. */
export function eventsCsv(events: Iterable<Event>): Generator<string> {
  return csvPieces(columns, rows(events))
}

function* rows(events: Iterable<Event>): Generator<readonly string[]> {
  for (const { at, level, side, code, message, remedy, runId, object } of events)
    yield [at, level, side, code, message, remedy, String(runId ?? ''), object ?? '']
}
