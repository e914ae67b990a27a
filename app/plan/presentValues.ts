import type { UserValues, ValueAttribute } from '../model/resource.ts'

/** The managed values that there are, for a creation. */
export function presentValues(values: UserValues, managed: readonly ValueAttribute[]): UserValues {
  const present: Partial<Record<ValueAttribute, string>> = {}
  for (const attribute of managed) {
    const value = values[attribute]
    if (value !== null && value !== undefined) present[attribute] = value
  }
  return present
}
