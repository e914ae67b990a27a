import type { Entry } from '../model/entry.ts'
import type { CompiledMapping } from './compiledMapping.ts'
import { type RowTrace, traceRows } from './traceRows.ts'

/** The same as `traceUser`, of the rows that fill a contact (DC-43). */
export function traceContact(entry: Entry, mapping: CompiledMapping): readonly RowTrace[] {
  return traceRows(entry, mapping.contactRows, mapping)
}
