import type { Entry } from '../model/entry.ts'
import type { DesiredUser, MappedAttribute } from '../model/resource.ts'
import type { CompiledMapping } from './compiledMapping.ts'
import { formatExpression } from './expression/formatExpression.ts'
import { invalidValue, type MappingNote } from './mappingNote.ts'

/** What the mapping made of one entry. A skipped entry is there, but nothing is decided about its user in this run. */
export type MappedUser =
  | { readonly kind: 'mapped'; readonly user: DesiredUser; readonly notes: readonly MappingNote[] }
  | { readonly kind: 'skipped'; readonly reason: MappingNote }

/**
 * The user that an entry stands for. Each active row gives its value, null when its expression is empty (to be cleared
 * in the cloud), and no key at all, but a note, when the value is not what the attribute needs (DC-24). An entry is
 * skipped without a valid uid, and when nothing tells whether its account is disabled. Never throws for an entry.
 */
export function mapUser(entry: Entry, mapping: CompiledMapping): MappedUser {
  const steps = { count: 0 }
  const values: Partial<Record<MappedAttribute, string | null>> = {}
  const notes: MappingNote[] = []
  for (const row of mapping.rows) {
    const text = row.evaluate(entry.attributes, steps)
    const validated = row.validate(text)
    if (validated.kind === 'valid') {
      values[row.attribute] = validated.value === '' ? null : validated.value
    } else {
      notes.push(invalidValue(row.attribute, text, validated.problem))
    }
    if (row.attribute === 'uid' && typeof values.uid !== 'string') {
      return { kind: 'skipped', reason: notes[0] ?? missingUid(mapping) }
    }
  }

  const stateText = mapping.accountState.evaluate(entry.attributes, steps)
  if (stateText === '' && mapping.accountState.whenMissing === 'unreadable') {
    return { kind: 'skipped', reason: missingAccountState(mapping) }
  }
  const state = mapping.accountState.validate(stateText)
  if (state.kind === 'invalid') {
    const note = invalidValue(mapping.accountState.attribute, stateText, state.problem)
    return { kind: 'skipped', reason: { ...note, code: 'unreadable-account-state' } }
  }

  const { anchor, dn, baseDn } = entry
  return { kind: 'mapped', user: { kind: 'user', anchor, dn, baseDn, active: state.value === 'active', values }, notes }
}

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
