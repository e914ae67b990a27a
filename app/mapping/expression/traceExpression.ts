import type { Attributes } from '../../model/entry.ts'
import { attributeKey } from './attributeKey.ts'
import { evaluate } from './evaluate.ts'
import type { Expression } from './expression.ts'
import { usedAttributes } from './usedAttributes.ts'

export interface ExpressionTrace {
  /** Each attribute of the expression, as written, with all values of the entry; only the first value counts. */
  readonly inputs: readonly { readonly name: string; readonly values: readonly string[] }[]
  readonly result: string
}

/** What an expression read and what came out, for one entry (DC-23). */
export function traceExpression(expression: Expression, attributes: Attributes): ExpressionTrace {
  const inputs = usedAttributes(expression).map((name) => {
    const key = attributeKey(name)
    return { name, values: Object.hasOwn(attributes, key) ? (attributes[key] ?? []) : [] }
  })
  return { inputs, result: evaluate(expression, attributes) }
}
