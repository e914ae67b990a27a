import type { EntryKind } from '../model/entry.ts'
import { ConnectorError } from '../model/error.ts'
import { plural } from '../model/objectKind.ts'
import type { DirectorySettings, SelectionSettings } from '../settings/schema.ts'
import { defaultFilter } from './defaultFilter.ts'
import { andFilters } from './filter/andFilters.ts'
import type { Filter } from './filter/filter.ts'
import { FilterSyntaxError } from './filter/filterSyntaxError.ts'
import { formatFilter } from './filter/formatFilter.ts'
import { parseFilter } from './filter/parseFilter.ts'
import { roomFilter } from './roomFilter.ts'

/** What decides whether an entry of one kind is selected, besides its place in the directory. */
export interface SelectionFilter {
  /** Of users: with what identifies a room while rooms are selected and other users are not. */
  readonly default: Filter
  /** The administrator's own; null when there is none. */
  readonly administrator: Filter | null
  /** Both joined, to be sent to the directory (RFC 4515). */
  readonly text: string
}

/**
 * The filter of one kind: the default, narrowed by the administrator's (DC-12); a blank one narrows nothing. The filter of
 * users holds for rooms too. Throws ConnectorError (settings, `invalid-filter`) whose place is `selection.users.filter` and
 * so on, with the position; and as `roomFilter` does.
 */
export function selectionFilter(
  directoryType: DirectorySettings['type'],
  kind: EntryKind,
  settings: SelectionSettings,
): SelectionFilter {
  const byDefault = wholeDefault(directoryType, kind, settings)
  const { filter } = settings[plural[kind]]
  const administrator = filter.trim() === '' ? null : parseSetting(kind, filter)
  const whole = administrator === null ? byDefault : andFilters(byDefault, administrator)
  return { default: byDefault, administrator, text: formatFilter(whole) }
}

function wholeDefault(
  directoryType: DirectorySettings['type'],
  kind: EntryKind,
  { users, rooms, groups }: SelectionSettings,
): Filter {
  const byDefault = parseFilter(defaultFilter(directoryType, kind, groups.types))
  if (kind !== 'user') return byDefault
  const identified = roomFilter(rooms)
  return rooms.enabled && !users.enabled ? andFilters(byDefault, identified) : byDefault
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
      place: `selection.${plural[kind]}.filter, position ${error.position + 1}`,
      cause: error,
    })
  }
}
