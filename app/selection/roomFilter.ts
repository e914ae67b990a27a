import { ConnectorError } from '../model/error.ts'
import type { RoomSettings } from '../settings/schema.ts'
import { textAssertion } from './filter/assertionValue.ts'
import type { Filter } from './filter/filter.ts'
import { FilterSyntaxError } from './filter/filterSyntaxError.ts'
import { parseFilter } from './filter/parseFilter.ts'
import { roomMarks } from './roomMarks.ts'

/**
 * The LDAP filter of what `isRoom` identifies. Throws ConnectorError (settings, `invalid-attribute`) whose place is
 * `selection.rooms.attributes, entry N` for a name that no attribute can have.
 */
export function roomFilter(rooms: RoomSettings): Filter {
  for (const [index, { name }] of rooms.attributes.entries()) refuseName(name, index)
  const marks = roomMarks(rooms).map(
    ({ name, equals }): Filter => ({ kind: 'equality', attribute: name, value: textAssertion(equals) }),
  )
  const [only] = marks
  return only !== undefined && marks.length === 1 ? only : { kind: 'or', filters: marks }
}

function refuseName(name: string, index: number): void {
  try {
    parseFilter(`(${name}=*)`)
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error
    throw new ConnectorError({
      side: 'settings',
      code: 'invalid-attribute',
      message: `${name} cannot be the name of an attribute.`,
      remedy: 'Write the name of an attribute of the directory; it begins with a letter, like extensionAttribute1.',
      place: `selection.rooms.attributes, entry ${index + 1}`,
      cause: error,
    })
  }
}
