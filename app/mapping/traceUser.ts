import type { CloudAttribute } from '../model/cloudAttribute.ts'
import type { Entry } from '../model/entry.ts'
import type { CompiledMapping, RowOrigin } from './compiledMapping.ts'
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
  /** What the attribute's rule made of it; of ds-pwp-account-disabled `active` or `disabled`. */
  readonly validated: Validated
}

/** Every active row's inputs and result for one entry, for "Verify" and "Explain" (DC-23, DC-43). */
export function traceUser(entry: Entry, mapping: CompiledMapping): readonly RowTrace[] {
  return [...mapping.rows, mapping.accountState].map(({ attribute, origin, expression, validate }) => {
    const { inputs, result } = traceExpression(expression, entry.attributes)
    return {
      attribute,
      origin,
      expression: formatExpression(expression),
      inputs,
      text: result,
      validated: validate(result),
    }
  })
}
