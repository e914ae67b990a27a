import { attributeKey } from './expression/attributeKey.ts'
import { attributesIn } from './expression/attributesIn.ts'
import type { AttributeExpression, Expression } from './expression/expression.ts'

/** The attributes in an expression that a directory does not know; none when its schema could not be read (null). */
export function unknownIn(
  expression: Expression,
  knownAttributes: ReadonlySet<string> | null,
): readonly AttributeExpression[] {
  if (knownAttributes === null) return []
  return attributesIn(expression).filter((it) => !knownAttributes.has(attributeKey(it.name)))
}

/**
 * What is left of a default when a directory lacks some of its attributes: of a choice the options that it knows whole,
 * of anything else all or nothing.
 */
export function knownPart(expression: Expression, knownAttributes: ReadonlySet<string> | null): Expression | undefined {
  if (unknownIn(expression, knownAttributes).length === 0) return expression
  if (expression.kind !== 'choice') return undefined
  const options = expression.options.filter((it) => unknownIn(it, knownAttributes).length === 0)
  const [first] = options
  return options.length > 1 ? { ...expression, options } : first
}
