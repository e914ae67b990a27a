import type { Attributes } from '../../model/entry.ts'
import { compileExpression } from './compileExpression.ts'
import type { Expression } from './expression.ts'

/**
 * The value of an expression for one entry's attributes (DC-22), empty when nothing was there. An attribute gives its
 * first value; options in its name count for nothing, because entries hold attributes without them. For many entries
 * use `compileExpression`.
 */
export function evaluate(expression: Expression, attributes: Attributes): string {
  return compileExpression(expression)(attributes, { count: 0 })
}
