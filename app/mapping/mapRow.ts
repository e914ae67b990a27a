import type { Attributes } from '../model/entry.ts'
import type { MappedAttribute } from '../model/resource.ts'
import type { CompiledRow } from './compiledMapping.ts'
import { fallbackValue, invalidValue, type MappingNote } from './mappingNote.ts'
import type { ValueContext } from './validate/valueContext.ts'

/**
 * What one row makes of one entry: null when its expression is empty (to be cleared in the cloud), undefined and a note when
 * the value is not what the attribute needs (DC-24). A value that was changed in more than spelling has a note too.
 * @param steps counts the work of expressions, for the bound of DC-22
 */
export function mapRow(
  row: CompiledRow<MappedAttribute>,
  attributes: Attributes,
  context: ValueContext,
  steps: { count: number },
): { readonly value?: string | null; readonly note?: MappingNote } {
  const text = row.evaluate(attributes, steps)
  const validated = row.validate(text, context)
  if (validated.kind === 'invalid') return { note: invalidValue(row.attribute, text, validated.problem) }
  const value = validated.value === '' ? null : validated.value
  if (validated.note === undefined) return { value }
  return { value, note: fallbackValue(row.attribute, text, validated.note) }
}
