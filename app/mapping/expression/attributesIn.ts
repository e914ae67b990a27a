import { assertNever } from '../../model/assertNever.ts'
import type { AttributeExpression, Expression } from './expression.ts'

/** Every mention of an attribute, in order of appearance. */
export function attributesIn(expression: Expression): readonly AttributeExpression[] {
  const mentions: AttributeExpression[] = []
  collect(expression, mentions)
  return mentions
}

function collect(expression: Expression, mentions: AttributeExpression[]): void {
  switch (expression.kind) {
    case 'literal':
      return
    case 'attribute':
      mentions.push(expression)
      return
    case 'cut':
      collect(expression.input, mentions)
      for (const cut of expression.cuts) collect(cut.argument, mentions)
      return
    case 'join':
      for (const part of expression.parts) collect(part, mentions)
      return
    case 'choice':
      for (const option of expression.options) collect(option, mentions)
      return
    default:
      assertNever(expression)
  }
}
