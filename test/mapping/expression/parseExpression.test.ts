import fc from 'fast-check'
import { ExpressionError } from '../../../app/mapping/expression/expressionError.ts'
import { deepestExpression, parseExpression } from '../../../app/mapping/expression/parseExpression.ts'
import { longestExpression } from '../../../app/mapping/expression/readTokens.ts'

function errorOf(text: string): ExpressionError {
  try {
    parseExpression(text)
  } catch (error) {
    if (error instanceof ExpressionError) return error
    throw error
  }
  throw new Error(`${text} was accepted`)
}

describe('an error names its position, what stands there and what should', () => {
  test.each([
    ['', 0, 'the end', 'an attribute name, a text in double quotes or an opening parenthesis'],
    [' \n ', 3, 'the end', 'an attribute name'],
    ['()', 1, '")"', 'an attribute name'],
    ['mail |', 6, 'the end', 'an attribute name'],
    ['mail + + sn', 7, '"+"', 'an attribute name'],
    ['% "@"', 0, '"%"', 'an attribute name'],
    ['-mail', 0, '"-"', 'an attribute name'],
    ['mail-', 5, 'the end', 'an attribute name'],
    ['mail--"x"', 5, '"-"', 'an attribute name'],
    ['mail sn', 5, 'the attribute sn', 'an operator or the end'],
    ['mail "@"', 5, 'a text in quotes', 'an operator or the end'],
    ['mail)', 4, '")"', 'an operator or the end'],
    ['(mail', 5, 'the end', 'a closing parenthesis for the one at position 1'],
    ['sn + (mail | "x"', 16, 'the end', 'a closing parenthesis for the one at position 6'],
    ['mail - "@', 9, 'the end', 'a closing quote for the text that begins at position 8'],
    ['"a\\', 3, 'the end', '\\" or \\\\ after the backslash'],
    ['"a\\n"', 3, '"n"', '\\" or \\\\ after the backslash'],
    ['mail; + sn', 4, '";"', 'an attribute name'],
    ['cn;;binary', 2, '";"', 'an attribute name'],
    ['mail & sn', 5, '"&"', 'an operator'],
    ['straße', 4, '"ß" (U+00DF)', 'an attribute name'],
    ['mail\u00a0- "@"', 4, 'the character U+00A0', 'an operator'],
    ['"😀" ! mail', 5, '"!"', 'an operator'],
    ['😀', 0, '"😀" (U+1F600)', 'an attribute name'],
    ['\ud83d', 0, 'the character U+D83D', 'an attribute name'],
  ])('%j', (text, position, found, expected) => {
    const error = errorOf(text)
    expect(error.position).toBe(position)
    expect(error.message).toContain(`at position ${position + 1}: found ${found}, expected `)
    expect(error.message).toContain(expected)
    expect(error.message).toMatch(/\.$/)
    expect(error).toMatchObject({ side: 'settings', code: 'invalid-expression', place: `position ${position + 1}` })
    expect(error.remedy).not.toBe('')
  })

  test('curly and single quotes get the advice to use straight double ones', () => {
    for (const text of ['mail - “@”', "mail - '@'", 'mail - «@»']) {
      expect(errorOf(text).remedy).toContain('straight double quotes')
    }
  })
})

describe('limits', () => {
  test(`${deepestExpression} nested parentheses are read, one more is refused at its position`, () => {
    const nested = (depth: number) => `${'('.repeat(depth)}mail${')'.repeat(depth)}`
    expect(parseExpression(nested(deepestExpression))).toMatchObject({ kind: 'attribute', name: 'mail' })
    const error = errorOf(nested(deepestExpression + 1))
    expect(error.position).toBe(deepestExpression)
    expect(error.message).toContain(`nested more than ${deepestExpression} deep`)
    expect(errorOf('('.repeat(longestExpression)).position).toBe(deepestExpression)
  })

  test('parentheses beside each other are not nested', () => {
    expect(parseExpression(Array.from({ length: 500 }, () => '(a)').join(' + '))).toMatchObject({ kind: 'join' })
  })

  test(`${longestExpression} characters are read, one more is refused`, () => {
    const text = `"${'x'.repeat(longestExpression - 2)}"`
    expect(parseExpression(text)).toMatchObject({ kind: 'literal' })
    expect(errorOf(`${text} `).message).toContain(`found an expression of ${longestExpression + 1} characters`)
  })
})

test('every node knows its place in the text', () => {
  expect(parseExpression(' mail | (sn - "@") + b')).toEqual({
    kind: 'choice',
    position: 1,
    options: [
      { kind: 'attribute', name: 'mail', position: 1 },
      {
        kind: 'join',
        position: 9,
        parts: [
          {
            kind: 'cut',
            position: 9,
            input: { kind: 'attribute', name: 'sn', position: 9 },
            cuts: [{ operator: '-', position: 12, argument: { kind: 'literal', text: '@', position: 14 } }],
          },
          { kind: 'attribute', name: 'b', position: 21 },
        ],
      },
    ],
  })
})

describe('whatever is typed, the only error is an ExpressionError with a position inside the text', () => {
  const check = (text: string) => {
    try {
      parseExpression(text)
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error
      expect(error.position).toBeGreaterThanOrEqual(0)
      expect(error.position).toBeLessThanOrEqual(text.length)
    }
  }

  test('random characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), check), { numRuns: 2000 })
  })

  test('random pieces of expressions', () => {
    const piece = fc.constantFrom(
      'mail',
      'a-b',
      'x;y',
      '"@"',
      '""',
      '%',
      '-',
      '+',
      '|',
      '(',
      ')',
      ' ',
      '"',
      '\\',
      ';',
      '\n',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((it) => it.join('')),
        check,
      ),
      { numRuns: 5000 },
    )
  })
})
