import type { Entry } from '../model/entry.ts'
import type { CompiledMapping } from './compiledMapping.ts'
import { type RowTrace, traceRows } from './traceRows.ts'

/**
 * Every active row's inputs and result for one entry, for "Verify" and "Explain" (DC-23, DC-43). Of a room the rows that
 * nothing comes of are left out: it is always active, and no employee (see `mapUser`).
 */
export function traceUser(entry: Entry, mapping: CompiledMapping, as: 'user' | 'room' = 'user'): readonly RowTrace[] {
  const { rows, accountState } = mapping
  if (as === 'user') return traceRows(entry, [...rows, accountState], mapping)
  return traceRows(
    entry,
    rows.filter(({ attribute }) => attribute !== 'employeeType'),
    mapping,
  )
}
