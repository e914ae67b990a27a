import { textAssertion } from '../../selection/filter/assertionValue.ts'
import type { Filter } from '../../selection/filter/filter.ts'

const attributes = ['displayName', 'mail', 'userPrincipalName', 'sAMAccountName', 'cn']

/** Who has a name or an address that begins with a text; null for an empty one. */
export function beginningFilter(text: string): Filter | null {
  const beginning = text.trim()
  if (beginning === '') return null
  const initial = textAssertion(beginning)
  return {
    kind: 'or',
    filters: attributes.map((attribute): Filter => ({ kind: 'substrings', attribute, initial, any: [] })),
  }
}
