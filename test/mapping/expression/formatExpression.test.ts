import fc from 'fast-check'
import { formatExpression } from '../../../app/mapping/expression/formatExpression.ts'
import { parseExpression } from '../../../app/mapping/expression/parseExpression.ts'
import { arbitraryExpression, withoutPositions } from './arbitraryExpression.ts'

test('reading a formatted tree gives the same tree, and its text is stable', () => {
  fc.assert(
    fc.property(arbitraryExpression, (expression) => {
      const text = formatExpression(expression)
      fc.pre(text.length <= 10_000)
      const again = parseExpression(text)
      expect(withoutPositions(again)).toEqual(expression)
      expect(formatExpression(again)).toBe(text)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['mail-"@"|  ( userPrincipalName )', 'mail - "@" | userPrincipalName'],
  ['((a + b)) % "x"', '(a + b) % "x"'],
  ['a + (b + c)', 'a + (b + c)'],
  ['(a % b) - c', '(a % b) - c'],
  ['a - (b - c)', 'a - (b - c)'],
  ['(a % b) + (c | d)', 'a % b + (c | d)'],
  [String.raw`"\"\\"`, String.raw`"\"\\"`],
])('%s becomes %s', (text, canonical) => {
  expect(formatExpression(parseExpression(text))).toBe(canonical)
})
