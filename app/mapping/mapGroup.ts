import type { Entry } from '../model/entry.ts'
import type { DesiredGroup } from '../model/resource.ts'
import { invalidValue, type MappingNote } from './mappingNote.ts'
import { cleanText } from './validate/cleanText.ts'

/** What the mapping made of one group entry; one without a name is skipped. */
export type MappedGroup =
  | { readonly kind: 'mapped'; readonly group: DesiredGroup }
  | { readonly kind: 'skipped'; readonly reason: MappingNote }

/** The directory attributes that `mapGroup` reads. */
export const groupAttributes: readonly string[] = ['cn']

/**
 * The group that an entry stands for (DC-35). Its name is `cn`: every group has one, in every directory, and few groups
 * of AD have a displayName.
 */
export function mapGroup(entry: Entry): MappedGroup {
  const text = entry.attributes.cn?.[0] ?? ''
  const name = cleanText(text)
  if (name.kind === 'invalid') return { kind: 'skipped', reason: invalidValue('displayName', text, name.problem) }
  if (name.value === '') return { kind: 'skipped', reason: missingName }
  const { anchor, dn, baseDn } = entry
  return { kind: 'mapped', group: { kind: 'group', anchor, dn, baseDn, displayName: name.value } }
}

const missingName: MappingNote = {
  code: 'missing-value',
  attribute: 'displayName',
  value: '',
  message: 'displayName: the group has no name (cn).',
}
