import type { Cut, Expression } from './expression.ts'
import { ExpressionError } from './expressionError.ts'
import { readTokens } from './readTokens.ts'
import type { Token } from './token.ts'

/** Parentheses nested deeper than this are refused. */
export const deepestExpression = 100

/**
 * Reads an expression (DC-22): `%` and `-` from left to right, before `+`, before `|`. Throws ExpressionError, for texts
 * of more than `longestExpression` characters and for more than `deepestExpression` nested parentheses too. Takes linear
 * time.
 */
export function parseExpression(text: string): Expression {
  return parseTokens(readTokens(text))
}

/** The second half of `parseExpression`: takes each token once. `tokens` ends in `end`. */
export function parseTokens(tokens: Iterable<Token>): Expression {
  const parser = new Parser(tokens)
  const expression = parser.readChoice()
  if (parser.current.kind !== 'end') throw unexpected(parser.current, 'an operator or the end')
  return expression
}

class Parser {
  private readonly tokens: Iterator<Token>
  private depth = 0
  current: Token

  constructor(tokens: Iterable<Token>) {
    this.tokens = tokens[Symbol.iterator]()
    this.current = { kind: 'end', position: 0 }
    this.advance()
  }

  private advance(): void {
    const next = this.tokens.next()
    if (next.done !== true) this.current = next.value
  }

  readChoice(): Expression {
    const first = this.readJoin()
    if (this.current.kind !== '|') return first
    const options = [first]
    while (this.current.kind === '|') {
      this.advance()
      options.push(this.readJoin())
    }
    return { kind: 'choice', options, position: first.position }
  }

  private readJoin(): Expression {
    const first = this.readCuts()
    if (this.current.kind !== '+') return first
    const parts = [first]
    while (this.current.kind === '+') {
      this.advance()
      parts.push(this.readCuts())
    }
    return { kind: 'join', parts, position: first.position }
  }

  private readCuts(): Expression {
    const input = this.readOperand()
    const cuts: Cut[] = []
    while (this.current.kind === '%' || this.current.kind === '-') {
      const { kind: operator, position } = this.current
      this.advance()
      cuts.push({ operator, argument: this.readOperand(), position })
    }
    return cuts.length === 0 ? input : { kind: 'cut', input, cuts, position: input.position }
  }

  private readOperand(): Expression {
    const token = this.current
    switch (token.kind) {
      case 'literal':
      case 'name':
        this.advance()
        return token.kind === 'literal' ? token : { kind: 'attribute', name: token.name, position: token.position }
      case '(':
        return this.readParentheses(token)
      default:
        throw unexpected(token, 'an attribute name, a text in double quotes or an opening parenthesis')
    }
  }

  private readParentheses(opening: Token): Expression {
    if (this.depth === deepestExpression) throw tooDeep(opening.position)
    this.depth += 1
    this.advance()
    const inner = this.readChoice()
    if (this.current.kind !== ')') {
      throw unexpected(
        this.current,
        `an operator or a closing parenthesis for the one at position ${opening.position + 1}`,
      )
    }
    this.advance()
    this.depth -= 1
    return inner
  }
}

function unexpected(token: Token, expected: string): ExpressionError {
  return new ExpressionError({
    position: token.position,
    found: describeToken(token),
    expected,
    remedy: 'Correct the expression; it looks like givenName + " " + sn | displayName.',
  })
}

function describeToken(token: Token): string {
  switch (token.kind) {
    case 'end':
      return 'the end'
    case 'name':
      return `the attribute ${token.name}`
    case 'literal':
      return 'a text in quotes'
    default:
      return `"${token.kind}"`
  }
}

function tooDeep(position: number): ExpressionError {
  return new ExpressionError({
    position,
    found: `parentheses nested more than ${deepestExpression} deep`,
    expected: `at most ${deepestExpression}`,
    remedy: 'Leave out parentheses that are not needed.',
  })
}
