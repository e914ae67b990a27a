import { computedAttributes } from './computedAttributes.ts'
import { parseFilter } from './filter/parseFilter.ts'
import { usedAttributes } from './filter/usedAttributes.ts'

/** The computed attributes that a filter asks about: when it names one, who is selected can change by others' changes. */
export function backLinks(filter: string): readonly string[] {
  return usedAttributes(parseFilter(filter)).filter((name) => computedAttributes.has(name))
}
