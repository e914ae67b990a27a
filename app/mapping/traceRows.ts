import type { CloudAttribute } from '../model/cloudAttribute.ts'
import type { Entry } from '../model/entry.ts'
import type { CompiledMapping, CompiledRow, RowOrigin } from './compiledMapping.ts'
import { contextOf } from './contextOf.ts'
import { formatExpression } from './expression/formatExpression.ts'
import { type ExpressionTrace, traceExpression } from './expression/traceExpression.ts'
import type { Validated } from './validate/validated.ts'

/** How one row came to its value for one entry. */
export interface RowTrace {
  readonly attribute: CloudAttribute
  readonly origin: RowOrigin
  readonly expression: string
  readonly inputs: ExpressionTrace['inputs']
  /** What the expression gave. */
  readonly text: string
  /** What the attribute's rule made of it, with its note; of ds-pwp-account-disabled `active` or `disabled`. */
  readonly validated: Validated
}

/** Inputs and result of the given rows of a mapping for one entry. */
export function traceRows(
  entry: Entry,
  rows: readonly Pick<CompiledRow<CloudAttribute>, 'attribute' | 'origin' | 'expression' | 'validate'>[],
  mapping: CompiledMapping,
): readonly RowTrace[] {
  const context = contextOf(entry.attributes, mapping, { count: 0 })
  return rows.map(({ attribute, origin, expression, validate }) => {
    const { inputs, result } = traceExpression(expression, entry.attributes)
    return {
      attribute,
      origin,
      expression: formatExpression(expression),
      inputs,
      text: result,
      validated: validate(result, context),
    }
  })
}
