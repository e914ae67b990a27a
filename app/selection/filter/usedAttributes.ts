import { assertNever } from '../../model/assertNever.ts'
import type { Filter } from './filter.ts'

/** The attributes that a filter asks about: lower case, without options, each once, in order of appearance. */
export function usedAttributes(filter: Filter): readonly string[] {
  const names = new Set<string>()
  collect(filter, names)
  return [...names]
}

/** `cn;lang-en` is `cn`: the name under which an entry holds the attribute. */
export function attributeName(description: string): string {
  const option = description.indexOf(';')
  return (option === -1 ? description : description.slice(0, option)).toLowerCase()
}

function collect(filter: Filter, names: Set<string>): void {
  switch (filter.kind) {
    case 'and':
    case 'or':
      for (const inner of filter.filters) collect(inner, names)
      return
    case 'not':
      collect(filter.filter, names)
      return
    case 'present':
    case 'substrings':
    case 'equality':
    case 'greaterOrEqual':
    case 'lessOrEqual':
    case 'approx':
      names.add(attributeName(filter.attribute))
      return
    case 'extensible':
      if (filter.attribute !== undefined) names.add(attributeName(filter.attribute))
      return
    default:
      assertNever(filter)
  }
}
