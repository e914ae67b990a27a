import type { Entry } from '../../app/model/entry.ts'
import type { Settings, SettingsInput } from '../../app/settings/schema.ts'
import { settingsWith } from '../fakes/connectorOn.ts'
import { type FakeTarget, fakeTarget } from '../fakes/fakeTarget.ts'
import { baseDn, type PersonOptions, person } from '../fakes/people.ts'

type Selection = Partial<SettingsInput['selection']>

/** Users, rooms, groups and contacts are selected; guards halt nothing. */
export function everyKindSettings(selection: Selection = {}, changes: Partial<SettingsInput> = {}): Settings {
  const all = { rooms: { enabled: true }, groups: { enabled: true }, contacts: { enabled: true } }
  return settingsWith({ ...changes, selection: { baseDns: [baseDn], ...all, ...selection } })
}

/** A store that keeps rooms, groups and contacts. */
export function everyKindStore(
  capabilities: { readonly atMost?: number; readonly groups?: 'flat' | 'nested'; readonly marks?: 'user'[] } = {},
): FakeTarget {
  const { atMost = null, groups = 'nested', marks = [] } = capabilities
  return fakeTarget({
    groups,
    marks,
    attributes: new Set([
      ...(['uid', 'displayName', 'title', 'manager', 'room', 'employeeType', 'sipAddresses;type=enterprise'] as const),
      ...(marks.length > 0 ? (['connectorDomain'] as const) : []),
    ]),
    contacts: {
      attributes: new Set(['uid', 'displayName', 'givenName', 'sn', 'title', 'telephoneNumber', 'o']),
      atMost,
    },
  })
}

/** The entry of a meeting room, whose account is disabled as Exchange leaves it. */
export function room(name: string, options: PersonOptions = {}): Entry {
  return withValues(person(name, { disabled: 'disabled', ou: 'OU=Rooms', ...options }), {
    msexchresourcemetadata: 'ResourceType:Room',
  })
}

/** An entry with other values; null takes one away. */
export function withValues(entry: Entry, values: Readonly<Record<string, string | null>>): Entry {
  const kept = Object.entries(entry.attributes).filter(([name]) => !(name in values))
  const given = Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, [value]] as const]))
  return { ...entry, attributes: Object.fromEntries([...kept, ...given]) }
}
