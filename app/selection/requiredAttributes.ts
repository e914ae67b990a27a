import type { CompiledMapping } from '../mapping/compiledMapping.ts'
import { groupAttributes } from '../mapping/mapGroup.ts'
import type { EntryKind } from '../model/entry.ts'
import { firstSpellings } from '../model/firstSpellings.ts'
import type { CompiledSelection } from './compileSelection.ts'
import { usedAttributes } from './filter/usedAttributes.ts'

/**
 * The directory attributes to ask for: what the mapping of this kind reads, and what its filters ask about, so that a
 * changed filter or mapping can be tried on what is held (DC-53). Each once whatever its letter case, the mapping's first.
 */
export function requiredAttributes(
  kind: EntryKind,
  mapping: CompiledMapping,
  selection: CompiledSelection,
): readonly string[] {
  const { default: byDefault, administrator } = selection.filters[kind]
  return firstSpellings([
    ...(kind === 'user' ? mapping.directoryAttributes : groupAttributes),
    ...usedAttributes(byDefault),
    ...(administrator === null ? [] : usedAttributes(administrator)),
  ])
}
