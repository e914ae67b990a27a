import { type Filter, parse } from 'scim2-parse-filter'
import { ScimError } from '../scimError.ts'

type Literal = string | number | boolean | null

/**
 * Parses a filter (RFC 7644 section 3.4.2.2). Throws ScimError 400 invalidFilter.
 *
 * The parser doubles backslashes inside its string literals, so the literals are read here, as the JSON strings they
 * are, and the parser sees numbered place holders instead.
 */
export function parseFilter(text: string): Filter {
  const literals: string[] = []
  try {
    const simplified = text.replace(/"(?:[^"\\]|\\.)*"/gs, (quoted) => {
      literals.push(JSON.parse(quoted))
      return `"${literals.length - 1}"`
    })
    return restoreLiterals(parse(simplified), literals)
  } catch (error) {
    throw new ScimError(400, `The filter ${text} cannot be read: ${(error as Error).message}`, 'invalidFilter')
  }
}

function restoreLiterals(filter: Filter, literals: readonly string[]): Filter {
  switch (filter.op) {
    case 'and':
    case 'or':
      return { ...filter, filters: filter.filters.map((part) => restoreLiterals(part, literals)) }
    case 'not':
      return { ...filter, filter: restoreLiterals(filter.filter, literals) }
    case '[]':
      return { ...filter, valFilter: restoreLiterals(filter.valFilter, literals) }
    case 'pr':
      return filter
    default:
      return { ...filter, compValue: restored(filter.compValue, literals) }
  }
}

function restored(value: Literal, literals: readonly string[]): Literal {
  return typeof value === 'string' ? (literals[Number(value)] ?? '') : value
}
