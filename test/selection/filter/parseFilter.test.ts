import fc from 'fast-check'
import { andFilters } from '../../../app/selection/filter/andFilters.ts'
import { assertionValue, textAssertion } from '../../../app/selection/filter/assertionValue.ts'
import type { AssertionValue, Filter } from '../../../app/selection/filter/filter.ts'
import { FilterSyntaxError } from '../../../app/selection/filter/filterSyntaxError.ts'
import { formatFilter } from '../../../app/selection/filter/formatFilter.ts'
import { deepestFilter, parseFilter } from '../../../app/selection/filter/parseFilter.ts'
import { usedAttributes } from '../../../app/selection/filter/usedAttributes.ts'

describe('parseFilter', () => {
  test('reads every kind of item', () => {
    expect(
      parseFilter('(&(cn=Ann)(!(mail=*))(|(sn=A*b*c)(x>=1)(x<=2)(x~=y)(x:dn:2.5.13.5:=v)(:caseExactMatch:=v)))'),
    ).toEqual({
      kind: 'and',
      filters: [
        { kind: 'equality', attribute: 'cn', value: textAssertion('Ann') },
        { kind: 'not', filter: { kind: 'present', attribute: 'mail' } },
        {
          kind: 'or',
          filters: [
            {
              kind: 'substrings',
              attribute: 'sn',
              initial: textAssertion('A'),
              any: [textAssertion('b')],
              final: textAssertion('c'),
            },
            { kind: 'greaterOrEqual', attribute: 'x', value: textAssertion('1') },
            { kind: 'lessOrEqual', attribute: 'x', value: textAssertion('2') },
            { kind: 'approx', attribute: 'x', value: textAssertion('y') },
            {
              kind: 'extensible',
              attribute: 'x',
              matchingRule: '2.5.13.5',
              dnAttributes: true,
              value: textAssertion('v'),
            },
            { kind: 'extensible', matchingRule: 'caseExactMatch', dnAttributes: false, value: textAssertion('v') },
          ],
        },
      ],
    })
  })

  test('keeps bytes exactly, and the text as it was written', () => {
    const filter = parseFilter('(objectGUID=\\ff\\00a\\28ö)')
    expect(filter).toMatchObject({ value: { source: '\\ff\\00a\\28ö' } })
    expect(filter.kind === 'equality' && [...filter.value.bytes]).toEqual([0xff, 0, 0x61, 0x28, 0xc3, 0xb6])
  })

  test.each([
    ['a single item without parentheses', ' mail=*\n', '(mail=*)'],
    ['line breaks and indentation', '(&\n  (cn=Ann)\n  ( | (a=1) (b=2) )\n)\n', '(&(cn=Ann)(|(a=1)(b=2)))'],
    ['empty lists', '(|(&)(|))', '(|(&)(|))'],
    ['neighbouring asterisks', '(cn=a**b*)', '(cn=a*b*)'],
    ['options and object ids', '(cn;lang-en=a)', '(cn;lang-en=a)'],
    ['an empty value', '(cn=)', '(cn=)'],
    ['space that belongs to a value', '(cn= a )', '(cn= a )'],
    ['a bit rule', '(userAccountControl:1.2.840.113556.1.4.803:=2)', '(userAccountControl:1.2.840.113556.1.4.803:=2)'],
  ])('accepts %s', (_, text, canonical) => {
    expect(formatFilter(parseFilter(text))).toBe(canonical)
  })

  test.each([
    ['', 0, '"(" or an attribute name'],
    ['(cn=Ann', 7, '")"'],
    ['(cn=Ann))', 8, 'the end of the filter'],
    ['cn=Ann)', 6, 'parentheses around all of it'],
    ['(a=1)(b=2)', 5, 'the end of the filter'],
    ['(&(a=1)b=2)', 7, '"(" or ")"'],
    ['(!a=1)', 2, '"("'],
    ['(=1)', 1, 'an attribute name'],
    ['(a)', 2, '"="'],
    ['(a b=1)', 2, '"="'],
    ['(a=b(c)', 4, '\\28'],
    ['(a>=b*)', 5, '\\2a'],
    ['(memberOf=CN=Reed\\, Ann)', 18, '\\5c'],
    ['(a=\\4g)', 4, 'two hexadecimal digits'],
    ['(:=1)', 2, 'a matching rule'],
    ['(a:x=1)', 4, '":="'],
  ])('refuses %j at offset %d', (text, position, expected) => {
    const error = errorOf(text)
    expect(error).toMatchObject({ side: 'settings', code: 'invalid-filter', position })
    expect(error.expected).toContain(expected)
    expect(error.message).toContain(`position ${position + 1}`)
  })

  test('says what was found, whole characters at a time', () => {
    expect(errorOf('(😀=1)').message).toContain('found "😀"')
    expect(errorOf('(a=1').message).toContain('found the end of the filter')
  })

  test('refuses nesting beyond the limit instead of exhausting the stack', () => {
    const nested = (depth: number): string => `${'(!'.repeat(depth - 1)}(a=1)${')'.repeat(depth - 1)}`
    expect(formatFilter(parseFilter(nested(deepestFilter)))).toBe(nested(deepestFilter))
    expect(errorOf(nested(deepestFilter + 1)).expected).toBe('at most 200 levels of parentheses')
    expect(errorOf('(&'.repeat(1_000_000)).code).toBe('invalid-filter')
  })

  test('reads a filter with 100,000 items', () => {
    const filter = parseFilter(`(|${'(mail=ann@corp.example)'.repeat(100_000)})`)
    expect(filter.kind === 'or' && filter.filters.length).toBe(100_000)
  })

  test('throws nothing but FilterSyntaxError, whatever it is given', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '&',
      '|',
      '!',
      '=',
      '*',
      ':',
      ':=',
      ':dn',
      '>=',
      '\\',
      '\\2',
      '\\28',
      'cn',
      '1.2',
      ' ',
      'ö',
      '\0',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (input) => {
        try {
          formatFilter(parseFilter(input))
        } catch (error) {
          expect(error).toBeInstanceOf(FilterSyntaxError)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('formatFilter', () => {
  test('undoes parseFilter', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const text = formatFilter(filter)
        expect(parseFilter(text)).toEqual(filter)
        expect(formatFilter(parseFilter(text))).toBe(text)
      }),
    )
  })
})

describe('combining filters', () => {
  const [one, other] = [parseFilter('(a=1)'), parseFilter('(b=2)')]

  test.each([
    ['a lone filter stays itself', andFilters(one), '(a=1)'],
    ['none at all is true', andFilters(), '(&)'],
    ['lists of the same kind merge', andFilters(andFilters(one, other), one), '(&(a=1)(b=2)(a=1))'],
    ['lists of the other kind do not', andFilters(parseFilter('(|(a=1)(b=2))'), one), '(&(|(a=1)(b=2))(a=1))'],
  ])('%s', (_, filter, text) => {
    expect(formatFilter(filter)).toBe(text)
  })
})

test('usedAttributes names each attribute once, in lower case and without options', () => {
  expect(
    usedAttributes(parseFilter('(&(Mail=*)(!(cn;lang-en=a))(|(mail=b*)(:dn:caseExactMatch:=x)(uac:1.2:=2)))')),
  ).toEqual(['mail', 'cn', 'uac'])
})

const attribute = fc.constantFrom('cn', 'sAMAccountName', 'cn;lang-en', '2.5.4.3')
const bytes = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 6 }),
  fc.string({ minLength: 1, unit: 'grapheme' }).map((text) => new TextEncoder().encode(text)),
)
const value: fc.Arbitrary<AssertionValue> = bytes.map((it) => assertionValue(it))
const anyFilter: fc.Arbitrary<Filter> = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constantFrom('equality', 'greaterOrEqual', 'lessOrEqual', 'approx'), attribute, value }),
    fc.record({ kind: fc.constant('present'), attribute }),
    fc
      .record(
        {
          kind: fc.constant('substrings'),
          attribute,
          initial: value,
          any: fc.array(value, { maxLength: 3 }),
          final: value,
        },
        { requiredKeys: ['kind', 'attribute', 'any'] },
      )
      .filter((it) => it.initial !== undefined || it.final !== undefined || it.any.length > 0),
    fc.record(
      {
        kind: fc.constant('extensible'),
        attribute,
        matchingRule: fc.constantFrom('1.2.3', 'rule'),
        dnAttributes: fc.boolean(),
        value,
      },
      { requiredKeys: ['kind', 'attribute', 'dnAttributes', 'value'] },
    ),
    fc.record({ kind: fc.constantFrom('and', 'or'), filters: fc.array(tie('filter'), { maxLength: 4 }) }),
    fc.record({ kind: fc.constant('not'), filter: tie('filter') }),
  ) as fc.Arbitrary<Filter>,
})).filter

function errorOf(text: string): FilterSyntaxError {
  try {
    parseFilter(text)
  } catch (error) {
    if (error instanceof FilterSyntaxError) return error
    throw error
  }
  throw new Error(`accepted: ${text}`)
}
