import { assertNever } from '../../model/assertNever.ts'
import type { Attributes } from '../../model/entry.ts'
import { attributeKey } from './attributeKey.ts'
import type { Cut, Expression } from './expression.ts'
import { firstOccurrence } from './firstOccurrence.ts'
import type { Steps } from './steps.ts'

/** Evaluates one expression for one entry; adds to `steps` what it did. */
export type Evaluator = (attributes: Attributes, steps: Steps) => string

/**
 * An evaluator to be used for many entries. Each node is evaluated at most once for an entry: for given attributes the
 * time is linear in the expression, for a given expression linear in the values. It never throws.
 */
export function compileExpression(expression: Expression): Evaluator {
  switch (expression.kind) {
    case 'literal':
      return countNode(() => expression.text)
    case 'attribute':
      return readAttribute(expression.name)
    case 'cut':
      return compileCuts(compileExpression(expression.input), expression.cuts)
    case 'join':
      return compileJoin(expression.parts.map(compileExpression))
    case 'choice':
      return compileChoice(expression.options.map(compileExpression))
    default:
      return assertNever(expression)
  }
}

function countNode(evaluator: Evaluator): Evaluator {
  return (attributes, steps) => {
    steps.count += 1
    return evaluator(attributes, steps)
  }
}

/** The first value; empty when there is none. */
function readAttribute(name: string): Evaluator {
  const key = attributeKey(name)
  return (attributes, steps) => {
    steps.count += 1
    return Object.hasOwn(attributes, key) ? (attributes[key]?.[0] ?? '') : ''
  }
}

function compileCuts(input: Evaluator, cuts: readonly Cut[]): Evaluator {
  const compiled = cuts.map((cut) => ({ operator: cut.operator, argument: compileExpression(cut.argument) }))
  return countNode((attributes, steps) => {
    let text = input(attributes, steps)
    for (const { operator, argument } of compiled) {
      const wanted = argument(attributes, steps)
      text = operator === '%' ? dropThrough(text, wanted, steps) : dropFrom(text, wanted, steps)
    }
    return text
  })
}

function dropThrough(text: string, wanted: string, steps: Steps): string {
  if (wanted === '') return text
  const found = firstOccurrence(text, wanted, steps)
  return found === -1 ? text : text.slice(found + wanted.length)
}

function dropFrom(text: string, wanted: string, steps: Steps): string {
  if (wanted === '') return text
  const found = firstOccurrence(text, wanted, steps)
  return found === -1 ? text : text.slice(0, found)
}

function compileJoin(parts: readonly Evaluator[]): Evaluator {
  return countNode((attributes, steps) => {
    let text = ''
    for (const part of parts) {
      const value = part(attributes, steps)
      steps.count += value.length
      text += value
    }
    return text
  })
}

function compileChoice(options: readonly Evaluator[]): Evaluator {
  return countNode((attributes, steps) => {
    for (const option of options) {
      const text = option(attributes, steps)
      if (text !== '') return text
    }
    return ''
  })
}
