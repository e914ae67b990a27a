import type { UserValues, ValueAttribute } from '../model/resource.ts'

/** The values that differ, each side with only those attributes. */
export interface Difference {
  readonly attributes: readonly ValueAttribute[]
  readonly before: UserValues
  readonly after: UserValues
}

/** Attributes that stores compare, and often keep, without regard to letter case. */
const withoutCase: ReadonlySet<ValueAttribute> = new Set(['uid', 'emails;type-work', 'jabberID', 'connectorDomain'])

/**
 * Compares desired with current values, attribute by attribute.
 * @param desired a missing key means "leave alone", null means "clear"
 * @param current a missing key means "no value"
 * @param managed the attributes to compare; others are left alone
 */
export function diff(desired: UserValues, current: UserValues, managed: readonly ValueAttribute[]): Difference {
  const attributes: ValueAttribute[] = []
  const before: Partial<Record<ValueAttribute, string | null>> = {}
  const after: Partial<Record<ValueAttribute, string | null>> = {}
  for (const attribute of managed) {
    const wanted = desired[attribute]
    if (wanted === undefined) continue
    const found = current[attribute] ?? null
    if (isEqual(attribute, wanted, found)) continue
    attributes.push(attribute)
    before[attribute] = found
    after[attribute] = wanted
  }
  return { attributes, before, after }
}

function isEqual(attribute: ValueAttribute, wanted: string | null, found: string | null): boolean {
  if (wanted === found) return true
  if (wanted === null || found === null || !withoutCase.has(attribute)) return false
  return wanted.toLowerCase() === found.toLowerCase()
}

/**
 * One text for all values that matter, so that equal objects can be told without looking at each attribute: equal
 * texts mean that `diff` finds nothing. References are left out, because they are resolved only after everything is
 * read.
 * @returns null when a managed attribute is to be left alone, so that only `diff` can tell
 */
export function comparisonText(
  values: UserValues,
  managed: readonly ValueAttribute[],
  missing: 'no-value' | 'leave-alone',
): string | null {
  const compared: (string | null)[] = []
  for (const attribute of managed) {
    if (attribute === 'manager') continue
    const value = values[attribute]
    if (value === undefined && missing === 'leave-alone') return null
    compared.push(value && withoutCase.has(attribute) ? value.toLowerCase() : (value ?? null))
  }
  return JSON.stringify(compared)
}
