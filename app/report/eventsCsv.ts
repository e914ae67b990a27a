import { stringify } from 'csv-stringify/sync'
import type { Event } from '../model/event.ts'

const columns = ['Time', 'Level', 'Side', 'Code', 'Message', 'What to do', 'Run', 'Object']
const rowsAtOnce = 500

/** Events for a spreadsheet, as the pieces of one CSV file that is written as `planCsv` writes its own. */
export function* eventsCsv(events: Iterable<Event>): Generator<string> {
  yield stringify([], { header: true, columns, bom: true, ...format })
  let batch: Array<readonly string[]> = []
  for (const { at, level, side, code, message, remedy, runId, object } of events) {
    batch.push([at, level, side, code, message, remedy, String(runId ?? ''), object ?? ''])
    if (batch.length < rowsAtOnce) continue
    yield stringify(batch, format)
    batch = []
  }
  if (batch.length > 0) yield stringify(batch, format)
}

const format = {
  record_delimiter: 'windows',
  quoted_string: true,
  quoted_empty: false,
  escape_formulas: true,
} as const
