/**
 * A parsed expression (DC-22). Chains of one operator are one node, so a tree is never deeper than its parentheses.
 * Every `position` is an offset into the text in UTF-16 units, from 0.
 */
export type Expression = LiteralExpression | AttributeExpression | CutExpression | JoinExpression | ChoiceExpression

/** A text in double quotes; `text` is what the escapes stand for. */
export interface LiteralExpression {
  readonly kind: 'literal'
  readonly text: string
  readonly position: number
}

/** An attribute, spelled as written, options included (`userCertificate;binary`). */
export interface AttributeExpression {
  readonly kind: 'attribute'
  readonly name: string
  readonly position: number
}

/** `input % a - b …`: at least one cut, done from left to right. */
export interface CutExpression {
  readonly kind: 'cut'
  readonly input: Expression
  readonly cuts: readonly Cut[]
  readonly position: number
}

/** `%` drops everything up to and including the first occurrence, `-` everything from it on. */
export interface Cut {
  readonly operator: '%' | '-'
  readonly argument: Expression
  /** Where the operator stands. */
  readonly position: number
}

/** `a + b + …`: at least two parts. */
export interface JoinExpression {
  readonly kind: 'join'
  readonly parts: readonly Expression[]
  readonly position: number
}

/** `a | b | …`: at least two options, of which the first that is not empty counts. */
export interface ChoiceExpression {
  readonly kind: 'choice'
  readonly options: readonly Expression[]
  readonly position: number
}
