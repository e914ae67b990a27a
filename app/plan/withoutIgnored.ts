import type { UserValues, ValueAttribute } from '../model/resource.ts'
import type { Difference } from './diff.ts'

/** Takes out what the store is known not to keep, so that it is not sent again at every run. */
export function withoutIgnored(
  found: Difference,
  ignored: Readonly<Partial<Record<ValueAttribute, string>>>,
): { readonly kept: Difference; readonly given: readonly ValueAttribute[] } {
  const given = found.attributes.filter((attribute) => ignored[attribute] === (found.after[attribute] ?? ''))
  if (given.length === 0) return { kept: found, given }
  const attributes = found.attributes.filter((attribute) => !given.includes(attribute))
  const only = (values: UserValues): UserValues =>
    Object.fromEntries(attributes.map((attribute) => [attribute, values[attribute] ?? null]))
  return { kept: { attributes, before: only(found.before), after: only(found.after) }, given }
}
