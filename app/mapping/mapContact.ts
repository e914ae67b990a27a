import type { Entry } from '../model/entry.ts'
import type { DesiredContact, MappedAttribute } from '../model/resource.ts'
import type { CompiledMapping } from './compiledMapping.ts'
import { contextOf } from './contextOf.ts'
import type { MappingNote } from './mappingNote.ts'
import { mapRow } from './mapRow.ts'
import { cleanText } from './validate/cleanText.ts'

/** What the mapping made of one contact entry; one that has no name, or that nobody could reach, is skipped. */
export type MappedContact =
  | { readonly kind: 'mapped'; readonly contact: DesiredContact; readonly notes: readonly MappingNote[] }
  | { readonly kind: 'skipped'; readonly reason: MappingNote }

/** The attributes of which a contact needs one. */
const reachable = [
  'uid',
  'emails;type-work',
  'telephoneNumber',
  'mobile',
  'sipAddresses;type=enterprise',
] as const satisfies readonly MappedAttribute[]

/**
 * The contact that an entry stands for (DC-11). Wrong values are left out and noted, as for users (DC-24). A contact without
 * displayName is called by its first and last name, or else by `cn`.
 */
export function mapContact(entry: Entry, mapping: CompiledMapping): MappedContact {
  const steps = { count: 0 }
  const values: Partial<Record<MappedAttribute, string | null>> = {}
  const notes: MappingNote[] = []
  const context = contextOf(entry.attributes, mapping, steps)
  for (const row of mapping.contactRows) {
    const { value, note } = mapRow(row, entry.attributes, context, steps)
    if (value !== undefined) values[row.attribute] = value
    if (note !== undefined) notes.push(note)
  }
  const displayName = values.displayName ?? nameOf(entry, values)
  if (displayName === '') return { kind: 'skipped', reason: missing('displayName', 'the contact has no name.') }
  if (reachable.every((attribute) => !values[attribute])) {
    const problem = 'the contact has neither an e-mail address nor a number nor a SIP address.'
    return { kind: 'skipped', reason: notes.find(({ attribute }) => attribute === 'uid') ?? missing('uid', problem) }
  }
  const { anchor, dn, baseDn } = entry
  const contact: DesiredContact = {
    kind: 'contact',
    anchor,
    dn,
    baseDn,
    name: values.uid ?? displayName,
    values: { ...values, displayName },
  }
  return { kind: 'mapped', contact, notes }
}

function nameOf({ attributes }: Entry, { givenName, sn }: Partial<Record<MappedAttribute, string | null>>): string {
  const whole = [givenName, sn].filter(Boolean).join(' ')
  if (whole !== '') return whole
  const cn = cleanText(attributes.cn?.[0] ?? '')
  return cn.kind === 'valid' ? cn.value : ''
}

function missing(attribute: MappedAttribute, problem: string): MappingNote {
  return { code: 'missing-value', attribute, value: '', message: `${attribute}: ${problem}` }
}
