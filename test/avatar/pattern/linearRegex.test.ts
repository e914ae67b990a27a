import fc from 'fast-check'
import type { LinearRegex } from '../../../app/avatar/pattern/linearRegex.ts'
import { parseUriPattern } from '../../../app/avatar/pattern/parseUriPattern.ts'

/** The regular expression as it is read from a pattern. */
function regex(text: string): LinearRegex {
  const [, part] = parseUriPattern(`http://h/{a:${text}}`).parts.filter(
    (part) => part.kind !== 'text' || part.text !== '/',
  )
  if (part?.kind !== 'placeholder' || part.regex === null)
    throw new Error(`No regular expression was read from ${text}`)
  return part.regex
}

interface Piece {
  readonly text: string
  /** Whether it can match nothing at all. RE2 and JavaScript repeat such pieces differently: they are not repeated here. */
  readonly canBeEmpty: boolean
}

const literal = fc
  .constantFrom('a', 'b', 'c', '@', '\\.', '.', '[ab]', '[^a@]', '\\w', '\\d', '[}\\]a]', '\\{', 'ü', '😀', '\\p{L}')
  .map((text): Piece => ({ text, canBeEmpty: false }))
const anchor = fc.constantFrom('^', '$', '\\b', '').map((text): Piece => ({ text, canBeEmpty: true }))
const quantifier = fc.constantFrom('', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,2}?', '{1,}')

const { choice } = fc.letrec<{ choice: Piece; sequence: Piece; repeated: Piece; group: Piece }>((tie) => ({
  choice: fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }).map((options) => ({
    text: options.map(({ text }) => text).join('|'),
    canBeEmpty: options.some(({ canBeEmpty }) => canBeEmpty),
  })),
  sequence: fc
    .array(fc.oneof({ weight: 6, arbitrary: tie('repeated') }, { weight: 1, arbitrary: anchor }), { maxLength: 4 })
    .map((pieces) => ({
      text: pieces.map(({ text }) => text).join(''),
      canBeEmpty: pieces.every(({ canBeEmpty }) => canBeEmpty),
    })),
  repeated: fc.tuple(tie('group'), quantifier).map(([piece, times]) => {
    if (piece.canBeEmpty) return piece
    return { text: piece.text + times, canBeEmpty: /^(?:[*?]|\{0)/.test(times) }
  }),
  group: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    literal,
    fc
      .tuple(fc.constantFrom('(', '(?:', '(?<n>'), tie('choice'))
      .map(([opening, { text, canBeEmpty }]) => ({ text: `${opening}${text})`, canBeEmpty })),
  ),
}))
// A name may stand only once in an expression.
const expression = choice.filter(({ text }) => text.length <= 30).map(({ text }) => text.replace(/\(\?<n>/g, '('))
const value = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', '@', '.', '1', '_', '}', ']', 'ü', '😀'),
  maxLength: 14,
})

const byJavaScript = (text: string, value: string) => new RegExp(text, 'u').exec(value)?.[0] ?? null

describe('a regular expression of an administrator', () => {
  test('finds what JavaScript finds', () => {
    fc.assert(
      fc.property(expression, value, (text, value) => {
        fc.pre(text !== '')
        expect(regex(text).firstMatch(value)).toBe(byJavaScript(text, value))
      }),
      { numRuns: 1500 },
    )
  })

  test('finds what JavaScript finds with a look-ahead at the end of any alternative', () => {
    const alternative = fc.tuple(expression, fc.option(expression)).map(([text, ahead]) => {
      // Alternatives of the expression itself are put into a group: the look-ahead is for all of them.
      const body = `(?:${text})`
      return ahead === null ? body : `${body}(?=${ahead})`
    })
    fc.assert(
      fc.property(fc.array(alternative, { minLength: 1, maxLength: 3 }), value, (alternatives, value) => {
        const text = alternatives.join('|')
        expect(regex(text).firstMatch(value)).toBe(byJavaScript(text, value))
      }),
      { numRuns: 1500 },
    )
  })

  test.each([
    ['.*?(?=@.*)', 'jane.doe@example.com', 'jane.doe'],
    ['.*?(?=@)', 'nobody', null],
    ['(?i)JANE(?=@)', 'jane@example.com', 'jane'],
    ['(?i)JANE(?=@)|DOE', 'doe', 'doe'],
    ['[^@]+', 'jane@example.com', 'jane'],
    ['(?<=x)?', '', 'refused'],
    ['a(?=b)|(b)(?=(c))|d', 'xd', 'd'],
    ['(?:)(?=@)', '@', ''],
  ])('%s in "%s" finds %j', (text, value, found) => {
    if (found === 'refused') expect(() => regex(text)).toThrow()
    else expect(regex(text).firstMatch(value)).toBe(found)
  })

  // Each of these would keep a backtracking engine busy for longer than anyone waits.
  test.each([
    ['(a+)+$', `${'a'.repeat(100_000)}!`],
    ['(a|a)*b', 'a'.repeat(100_000)],
    ['(a|aa)+$', `${'a'.repeat(100_000)}!`],
    ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'.repeat(50_000)],
    ['(.*,){40}P', '1,'.repeat(20_000)],
    ['(.*a){25}(?=b)', 'a'.repeat(20_000)],
    ['(?:(?:a*)*)*(?=b)', 'a'.repeat(50_000)],
    ['(a?){400}a{400}(?=c)', 'a'.repeat(5_000)],
    [
      '([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$',
      'a'.repeat(50_000),
    ],
  ])('%s ends on any value', (text, value) => {
    expect(regex(text).firstMatch(value)).toBeNull()
  })

  test.each([
    ['(?!a)b', 13, 'negated look-ahead'],
    ['a(?<=b)', 14, 'look-behind'],
    ['a(?<!b)', 14, 'look-behind'],
    ['(a)\\1', 16, 'back-reference'],
    ['(?<x>a)\\k<x>', 20, 'back-reference'],
    ['(a(?=b))', 15, 'look-ahead may only be the last'],
    ['a(?=b)c', 14, 'look-ahead may only be the last'],
    ['a(?=b)+', 14, 'look-ahead may only be the last'],
    ['a(?=b(?=c))', 18, 'look-ahead may only be the last'],
    ['a(?=b)(?=c)', 14, 'look-ahead may only be the last'],
    ['a(?i)b', 14, 'flags'],
    ['(?>a)', 13, 'not understood'],
    ['\\Qa\\E', 13, 'not understood'],
    ['(a', 13, 'nothing closes'],
    ['a)', 14, 'nothing opens'],
    ['[]a]', 13, 'empty'],
    ['[a', 13, 'no bracket'],
    ['a{1001}', 14, 'repeat count: {1001}'],
    ['((a{100}){100}){100}', 13, 'repeat count'],
    ['a**', 14, 'nested repetition'],
    ['[z-a]', 14, 'range'],
    ['?(?=a)', 13, 'repetition'],
    ['?:a(?=b)', 13, 'repetition'],
    ['a(?=?:b)', 13, 'repetition'],
    ['\\p{Klingon}', 13, 'range: \\p{Klingon}'],
    ['a{', 12, 'no brace closes'],
    ['', 13, 'empty'],
    ['a'.repeat(1001), 13, '1001 characters'],
  ])('%s is refused at position %i', (text, position, words) => {
    expect(() => regex(text)).toThrow(
      expect.objectContaining({
        code: 'invalid-pattern',
        place: `position ${position}`,
        message: expect.stringContaining(words),
      }),
    )
  })

  test('no text does anything but be read or refused', () => {
    const unit = fc.constantFrom(
      'a',
      '(',
      ')',
      '(?=',
      '(?:',
      '[',
      ']',
      '[^',
      '{',
      '}',
      '2',
      ',',
      '\\',
      '|',
      '*',
      '?',
      '^',
      ':',
    )
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), value, (text, value) => {
        try {
          regex(text).firstMatch(value)
        } catch (error) {
          expect(error).toMatchObject({ remedy: expect.stringMatching(/.\.$/) })
        }
      }),
      { numRuns: 1500 },
    )
  })
})
