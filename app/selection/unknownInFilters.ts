import { type EntryKind, entryKinds } from '../model/entry.ts'
import type { Finding } from '../model/finding.ts'
import { plural } from '../model/objectKind.ts'
import { nearNames } from '../settings/nearNames.ts'
import type { CompiledSelection } from './compileSelection.ts'
import { usedAttributes } from './filter/usedAttributes.ts'

/**
 * A warning for each attribute of the administrator's filters that the directory's schema does not know: to a directory
 * that is no error, it just never matches.
 * @param known lower-case names; null when the schema could not be read
 */
export function unknownInFilters(
  { filters }: CompiledSelection,
  known: ReadonlySet<string> | null,
): readonly Finding[] {
  if (known === null) return []
  return entryKinds.flatMap((kind) => {
    const { administrator } = filters[kind]
    const used = administrator === null ? [] : usedAttributes(administrator)
    return used.filter((name) => !known.has(name.toLowerCase())).map((name) => unknownIn(kind, name, known))
  })
}

function unknownIn(kind: EntryKind, name: string, known: ReadonlySet<string>): Finding {
  const [near] = nearNames(name, known)
  return {
    level: 'warning',
    side: 'settings',
    subject: `selection.${plural[kind]}.filter`,
    message: `The directory does not know the attribute ${name}: the filter never matches on it.`,
    remedy: near === undefined ? 'Correct the name of the attribute.' : `Correct the name; did you mean ${near}?`,
  }
}
