import type { CompiledMapping } from '../mapping/compiledMapping.ts'
import { groupAttributes } from '../mapping/mapGroup.ts'
import { assertNever } from '../model/assertNever.ts'
import type { EntryKind } from '../model/entry.ts'
import { firstSpellings } from '../model/firstSpellings.ts'
import type { CompiledSelection } from './compileSelection.ts'
import { usedAttributes } from './filter/usedAttributes.ts'
import { roomAttributes } from './roomAttributes.ts'

/**
 * The directory attributes to ask for: what the mapping of this kind reads, what tells a room from another user, and what
 * the filters of this kind ask about, so that a changed filter or mapping can be tried on what is held (DC-53). Each once
 * whatever its letter case, the mapping's first.
 */
export function requiredAttributes(
  kind: EntryKind,
  mapping: CompiledMapping,
  selection: CompiledSelection,
): readonly string[] {
  const { default: byDefault, administrator } = selection.filters[kind]
  return firstSpellings([
    ...mappedAttributes(kind, mapping),
    ...(kind === 'user' ? roomAttributes(selection.rooms) : []),
    ...usedAttributes(byDefault),
    ...(administrator === null ? [] : usedAttributes(administrator)),
  ])
}

function mappedAttributes(kind: EntryKind, mapping: CompiledMapping): readonly string[] {
  switch (kind) {
    case 'user':
      return mapping.directoryAttributes
    case 'contact':
      return mapping.contactAttributes
    case 'group':
      return groupAttributes
    default:
      return assertNever(kind)
  }
}
