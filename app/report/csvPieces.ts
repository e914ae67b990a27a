import { stringify } from 'csv-stringify/sync'

const rowsAtOnce = 500

const format = {
  record_delimiter: 'windows',
  quoted_string: true,
  quoted_empty: false,
  escape_formulas: true,
} as const

/**
 * The pieces of one CSV file (RFC 4180) for a spreadsheet: UTF-8 with a byte order mark, CRLF, every text quoted. A value
 * that a spreadsheet would run as a formula, because it begins with `=`, `+`, `-`, `@` (or their wide forms), a tab or a
 * line break, has an apostrophe put before it: `+49 30` is `'+49 30`.
 */
export function* csvPieces(columns: readonly string[], rows: Iterable<readonly string[]>): Generator<string> {
  yield stringify([], { header: true, columns: [...columns], bom: true, ...format })
  let batch: Array<readonly string[]> = []
  for (const row of rows) {
    batch.push(row)
    if (batch.length < rowsAtOnce) continue
    yield stringify(batch, format)
    batch = []
  }
  if (batch.length > 0) yield stringify(batch, format)
}
