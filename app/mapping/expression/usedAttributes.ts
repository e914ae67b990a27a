import { firstSpellings } from '../../model/firstSpellings.ts'
import { attributesIn } from './attributesIn.ts'
import type { Expression } from './expression.ts'

/**
 * The attributes that an expression reads, each once, in order of appearance and in the first spelling written; names
 * that differ only in letter case are one.
 */
export function usedAttributes(expression: Expression): readonly string[] {
  return firstSpellings(attributesIn(expression).map((it) => it.name))
}
