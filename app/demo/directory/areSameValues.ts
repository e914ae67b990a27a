import { textOfValue } from './binaryValue.ts'
import type { DirectoryValue } from './directoryEntry.ts'

/** Whether two lists hold the same values, in whatever order. */
export function areSameValues(
  attribute: string,
  one: readonly DirectoryValue[],
  other: readonly DirectoryValue[],
): 'yes' | 'no' {
  const key = attribute.toLowerCase()
  const texts = new Set(one.map((value) => textOfValue(key, value)))
  return one.length === other.length && other.every((value) => texts.has(textOfValue(key, value))) ? 'yes' : 'no'
}
