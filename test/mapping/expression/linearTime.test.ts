import fc from 'fast-check'
import { compileExpression } from '../../../app/mapping/expression/compileExpression.ts'
import { firstOccurrence } from '../../../app/mapping/expression/firstOccurrence.ts'
import { parseExpression, parseTokens } from '../../../app/mapping/expression/parseExpression.ts'
import { readTokens } from '../../../app/mapping/expression/readTokens.ts'
import type { Attributes } from '../../../app/model/entry.ts'

function evaluationSteps(text: string, attributes: Attributes): number {
  const steps = { count: 0 }
  compileExpression(parseExpression(text))(attributes, steps)
  return steps.count
}

describe('finding the first occurrence', () => {
  test('agrees with the built-in search', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 200 })
    fc.assert(
      fc.property(text, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 30 }), (whole, wanted) => {
        expect(firstOccurrence(whole, wanted, { count: 0 })).toBe(whole.indexOf(wanted))
      }),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(text, fc.string(), fc.nat(), fc.nat(), (before, middle, from, to) => {
        const whole = before + middle + before
        const wanted = whole.slice(from % (whole.length + 1), to % (whole.length + 1))
        expect(firstOccurrence(whole, wanted, { count: 0 })).toBe(whole.indexOf(wanted))
      }),
    )
  })

  test.each([
    ['the last character differs', (n: number) => ['a'.repeat(n), `${'a'.repeat(n / 2)}b`]],
    ['the first character differs', (n: number) => ['a'.repeat(n), `b${'a'.repeat(n / 2)}`]],
    ['the middle differs', (n: number) => [`${'a'.repeat(n / 4)}c`.repeat(4), `${'a'.repeat(n / 4)}b`]],
  ] as const)('takes linear work when %s', (_, inputs) => {
    for (const size of [1_000, 10_000, 100_000]) {
      const [text = '', wanted = ''] = inputs(size)
      const steps = { count: 0 }
      expect(firstOccurrence(text, wanted, steps)).toBe(-1)
      expect(steps.count).toBeLessThanOrEqual(2 * (text.length + wanted.length))
    }
  })
})

describe('parsing', () => {
  test.each([
    ['joins', 'a+'],
    ['choices', 'a|'],
    ['cuts', 'a - '],
    ['cuts of literals', '"" %'],
    ['hyphens', 'a--a-'],
    ['parentheses', '(a)|'],
  ])('takes each token once: %s', (_, piece) => {
    const tokens = readTokens(`${piece.repeat(Math.floor(9_990 / piece.length))} a`)
    let taken = 0
    const counted = {
      *[Symbol.iterator]() {
        for (const token of tokens) {
          taken += 1
          yield token
        }
      },
    }
    parseTokens(counted)
    expect(tokens.length).toBeLessThanOrEqual(10_000)
    expect(taken).toBe(tokens.length)
  })
})

describe('evaluating', () => {
  const value = 'x'.repeat(1_000)
  const nest = (depth: number, open: string, close: string) => `${open.repeat(depth)}a${close.repeat(depth)}`

  test.each([
    ['a long chain of +', (n: number) => Array(n).fill('a').join(' + ')],
    ['a long chain of | with nothing in it', (n: number) => Array(n).fill('b').join(' | ')],
    ['a long chain of -', (n: number) => `a${' - "y"'.repeat(n)}`],
    ['nested choices', (n: number) => nest(n, '(b | ', ')')],
    ['nested cuts', (n: number) => nest(n, '(a - ', ')')],
    ['nested joins of choices', (n: number) => nest(n, '(b + (c | ', '))')],
  ])('takes work linear in the expression: %s', (_, text) => {
    const cost = evaluationSteps(text(40), { a: [value] })
    const small = evaluationSteps(text(20), { a: [value] })
    expect(cost).toBeLessThanOrEqual(2.1 * small + 10)
  })

  test('takes work linear in the values, however hard they are to search', () => {
    const cost = (size: number) =>
      evaluationSteps('a % b - b | a', { a: ['a'.repeat(size)], b: [`${'a'.repeat(size / 2)}b`] })
    expect(cost(200_000)).toBeLessThanOrEqual(2.1 * cost(100_000))
  })

  test('evaluates no side of | that is not needed', () => {
    expect(evaluationSteps('a | (a + a + a)', { a: [value] })).toBeLessThan(10)
  })

  test('the longest chains overflow nothing', () => {
    for (const piece of ['a+', 'a|', 'a - ']) {
      expect(() => evaluationSteps(`${piece.repeat(9_990 / piece.length)} a`, { a: ['x'] })).not.toThrow()
    }
  })
})
