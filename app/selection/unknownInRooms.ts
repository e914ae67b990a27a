import type { Finding } from '../model/finding.ts'
import { nearNames } from '../settings/nearNames.ts'
import type { CompiledSelection } from './compileSelection.ts'
import { roomAttributes } from './roomAttributes.ts'

/**
 * Warnings of attributes by which rooms should be known and that the directory's schema does not have: each one of the
 * settings, and once when no room can be identified at all.
 * @param known lower-case names; null when the schema could not be read
 */
export function unknownInRooms(
  { rooms }: Pick<CompiledSelection, 'rooms'>,
  known: ReadonlySet<string> | null,
): readonly Finding[] {
  if (known === null || !rooms.enabled) return []
  const isUnknown = (name: string) => !known.has(name.toLowerCase())
  const named = rooms.attributes.map(({ name }) => name).filter(isUnknown)
  const findings = [...new Set(named)].map((name) => unknownAttribute(name, known))
  const names = roomAttributes(rooms)
  return names.every(isUnknown) ? [...findings, noRooms(names)] : findings
}

function unknownAttribute(name: string, known: ReadonlySet<string>): Finding {
  const [near] = nearNames(name, known)
  return {
    level: 'warning',
    side: 'settings',
    subject: 'selection.rooms.attributes',
    message: `The directory does not know the attribute ${name}: it identifies no room.`,
    remedy: near === undefined ? 'Correct the name of the attribute.' : `Correct the name; did you mean ${near}?`,
  }
}

function noRooms(names: readonly string[]): Finding {
  return {
    level: 'warning',
    side: 'settings',
    subject: 'selection.rooms',
    message: `The directory knows no attribute that identifies rooms (${names.join(', ')}): there will be none.`,
    remedy: 'Name an attribute that it has under selection.rooms.attributes, or set selection.rooms.enabled to false.',
  }
}
