import type { EntryKind } from '../model/entry.ts'
import { ConnectorError } from '../model/error.ts'
import type { DirectorySettings } from '../settings/schema.ts'
import { defaultFilter } from './defaultFilter.ts'
import { andFilters } from './filter/andFilters.ts'
import type { Filter } from './filter/filter.ts'
import { FilterSyntaxError } from './filter/filterSyntaxError.ts'
import { formatFilter } from './filter/formatFilter.ts'
import { parseFilter } from './filter/parseFilter.ts'

/** What decides whether an entry of one kind is selected, besides its place in the directory. */
export interface SelectionFilter {
  readonly default: Filter
  /** The administrator's own; null when there is none. */
  readonly administrator: Filter | null
  /** Both joined, to be sent to the directory (RFC 4515). */
  readonly text: string
}

/**
 * The filter of one kind: the default, narrowed by the administrator's (DC-12); a blank one narrows nothing. Throws
 * ConnectorError (settings, `invalid-filter`) whose place is `selection.users.filter` or `selection.groups.filter` with
 * the position.
 */
export function selectionFilter(
  directoryType: DirectorySettings['type'],
  kind: EntryKind,
  administratorFilter: string,
): SelectionFilter {
  const byDefault = parseFilter(defaultFilter(directoryType, kind))
  const administrator = administratorFilter.trim() === '' ? null : parseSetting(kind, administratorFilter)
  const whole = administrator === null ? byDefault : andFilters(byDefault, administrator)
  return { default: byDefault, administrator, text: formatFilter(whole) }
}

function parseSetting(kind: EntryKind, text: string): Filter {
  try {
    return parseFilter(text)
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error
    throw new ConnectorError({
      side: error.side,
      code: error.code,
      message: error.message,
      remedy: error.remedy,
      place: `selection.${kind}s.filter, position ${error.position + 1}`,
      cause: error,
    })
  }
}
