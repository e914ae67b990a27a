import type { EntryKind } from '../model/entry.ts'
import type { SnapshotHeader } from '../model/snapshotHeader.ts'
import type { CompiledSelection } from './compileSelection.ts'
import { conjuncts } from './filter/conjuncts.ts'
import { parseFilter } from './filter/parseFilter.ts'
import type { EntryProvenance } from './selectEntry.ts'

/** How the entries of a snapshot count as found for a selection that may be another one than it was made with (DC-53). */
export function provenanceInSnapshot(
  kind: EntryKind,
  { filters }: Pick<SnapshotHeader, 'filters'>,
  selection: CompiledSelection,
): EntryProvenance {
  const wanted = selection.filters[kind]
  if (filters[kind] === wanted.text) return 'matched'
  const held = new Set(conjuncts(parseFilter(filters[kind])))
  return conjuncts(wanted.default).every((condition) => held.has(condition)) ? 'matched-by-default' : 'unfiltered'
}
