import { assertNever } from '../../model/assertNever.ts'
import type { Expression } from './expression.ts'

/**
 * The canonical text of an expression: one space around operators, parentheses only where they are needed. Reading it
 * again gives the same tree, positions apart.
 */
export function formatExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return `"${expression.text.replace(/["\\]/g, '\\$&')}"`
    case 'attribute':
      return expression.name
    case 'cut':
      return [
        formatWithin(expression.input, 'cut'),
        ...expression.cuts.map((cut) => `${cut.operator} ${formatWithin(cut.argument, 'cut')}`),
      ].join(' ')
    case 'join':
      return expression.parts.map((part) => formatWithin(part, 'join')).join(' + ')
    case 'choice':
      return expression.options.map((option) => formatWithin(option, 'choice')).join(' | ')
    default:
      return assertNever(expression)
  }
}

/** How strongly each kind binds. */
const strength = { choice: 1, join: 2, cut: 3, literal: 4, attribute: 4 } as const

function formatWithin(inner: Expression, outer: 'cut' | 'join' | 'choice'): string {
  const text = formatExpression(inner)
  return strength[inner.kind] > strength[outer] ? text : `(${text})`
}
