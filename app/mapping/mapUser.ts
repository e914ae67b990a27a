import type { Entry } from '../model/entry.ts'
import type { DesiredUser, ValueAttribute } from '../model/resource.ts'
import type { CompiledMapping } from './compiledMapping.ts'
import { contextOf } from './contextOf.ts'
import { formatExpression } from './expression/formatExpression.ts'
import { invalidValue, type MappingNote } from './mappingNote.ts'
import { mapRow } from './mapRow.ts'

/** What the mapping made of one entry. A skipped entry is there, but nothing is decided about its user in this run. */
export type MappedUser =
  | { readonly kind: 'mapped'; readonly user: DesiredUser; readonly notes: readonly MappingNote[] }
  | { readonly kind: 'skipped'; readonly reason: MappingNote }

/**
 * The user that an entry stands for. Each active row gives its value, null when its expression is empty (to be cleared
 * in the cloud), and no key at all, but a note, when the value is not what the attribute needs (DC-24). A value that was
 * changed in more than spelling, replaced, or let through with a doubt has a note too. An entry is skipped without a
 * valid uid, and when nothing tells whether its account is disabled. Never throws for an entry.
 *
 * A room (DC-11) is always active: the account behind a room is disabled as a rule, since nobody signs in with it.
 */
export function mapUser(entry: Entry, mapping: CompiledMapping, as: 'user' | 'room' = 'user'): MappedUser {
  const steps = { count: 0 }
  const values: Partial<Record<ValueAttribute, string | null>> = {}
  const notes: MappingNote[] = []
  const context = contextOf(entry.attributes, mapping, steps)
  for (const row of mapping.rows) {
    const { value, note } = mapRow(row, entry.attributes, context, steps)
    if (value !== undefined) values[row.attribute] = value
    if (note !== undefined) notes.push(note)
    if (row.attribute === 'uid' && typeof values.uid !== 'string') {
      return { kind: 'skipped', reason: notes[0] ?? missingUid(mapping) }
    }
  }

  const { anchor, dn, baseDn } = entry
  const user = { kind: 'user', anchor, dn, baseDn } as const
  if (as === 'room') {
    return { kind: 'mapped', user: { ...user, active: true, values: { ...values, ...ofRoom } }, notes }
  }
  values.room = null
  if (values.employeeType?.toLowerCase() === 'room') {
    delete values.employeeType
    notes.push(invalidValue('employeeType', 'room', 'would make a room of the user in the store'))
  }
  const stateText = mapping.accountState.evaluate(entry.attributes, steps)
  if (stateText === '' && mapping.accountState.whenMissing === 'unreadable') {
    return { kind: 'skipped', reason: missingAccountState(mapping) }
  }
  const state = mapping.accountState.validate(stateText, context)
  if (state.kind === 'invalid') {
    const note = invalidValue(mapping.accountState.attribute, stateText, state.problem)
    return { kind: 'skipped', reason: { ...note, code: 'unreadable-account-state' } }
  }

  return { kind: 'mapped', user: { ...user, active: state.value === 'active', values }, notes }
}

/** A room is no employee; stores keep both in the same place. */
const ofRoom = { room: 'room', employeeType: null } as const

function missingUid(mapping: CompiledMapping): MappingNote {
  const expression = mapping.rows.find((row) => row.attribute === 'uid')?.expression
  const source = expression === undefined ? '' : ` (${formatExpression(expression)})`
  return { code: 'missing-value', attribute: 'uid', value: '', message: `uid: the entry has no value for it${source}.` }
}

function missingAccountState(mapping: CompiledMapping): MappingNote {
  const { attribute, expression } = mapping.accountState
  return {
    code: 'unreadable-account-state',
    attribute,
    value: '',
    message: `${attribute}: ${formatExpression(expression)} cannot be read, so nobody knows whether the account is disabled.`,
  }
}
