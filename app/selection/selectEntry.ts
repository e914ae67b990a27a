import { dnKey, isAtOrBelow } from '../model/dn.ts'
import type { Entry } from '../model/entry.ts'
import type { CompiledSelection } from './compileSelection.ts'
import { matchesFilter } from './filter/matchesFilter.ts'
import type { SelectionFilter } from './selectionFilter.ts'

/** Whether an entry is selected, and what decided it (DC-43). DNs are spelled as in the settings. */
export type Decision =
  | { readonly kind: 'selected'; readonly baseDn: string }
  | { readonly kind: 'outside-bases' }
  | { readonly kind: 'excluded'; readonly baseDn: string; readonly excludeDn: string }
  | {
      readonly kind: 'filtered'
      readonly baseDn: string
      readonly by: 'default' | 'administrator'
      /** `undefined` when the filter cannot be decided here (a matching rule that only the directory knows). */
      readonly verdict: 'false' | 'undefined'
    }

/**
 * How an entry was come by: `matched` by a search with the selection's own filter, whose answer stands, so that only the
 * place is looked at; `matched-by-default`, by a search with the same default filter and another one of the
 * administrator, which is evaluated here; `unfiltered` (found by name), so that both are evaluated here.
 */
export type EntryProvenance = 'matched' | 'matched-by-default' | 'unfiltered'

/**
 * Decides on one entry: its place first, then the default filter, then the administrator's (DC-11 to DC-13). The filters
 * need the entry's attributes as `requiredAttributes` lists them.
 */
export function selectEntry(entry: Entry, selection: CompiledSelection, provenance: EntryProvenance): Decision {
  const key = dnKey(entry.dn)
  const base = selection.bases.find((it) => isAtOrBelow(key, it.key))
  if (base === undefined) return { kind: 'outside-bases' }
  const exclusion = selection.exclusions.find((it) => isAtOrBelow(key, it.key))
  if (exclusion !== undefined) return { kind: 'excluded', baseDn: base.dn, excludeDn: exclusion.dn }
  if (provenance === 'matched') return { kind: 'selected', baseDn: base.dn }
  return filterEntry(entry, base.dn, selection.filters[entry.kind], provenance)
}

function filterEntry(
  entry: Entry,
  baseDn: string,
  filter: SelectionFilter,
  provenance: Exclude<EntryProvenance, 'matched'>,
): Decision {
  const byDefault = provenance === 'matched-by-default' ? 'true' : matchesFilter(filter.default, entry.attributes)
  if (byDefault !== 'true') return { kind: 'filtered', baseDn, by: 'default', verdict: byDefault }
  if (filter.administrator === null) return { kind: 'selected', baseDn }
  const byAdministrator = matchesFilter(filter.administrator, entry.attributes)
  if (byAdministrator !== 'true') return { kind: 'filtered', baseDn, by: 'administrator', verdict: byAdministrator }
  return { kind: 'selected', baseDn }
}
