import fc from 'fast-check'
import { evaluate } from '../../../app/mapping/expression/evaluate.ts'
import { parseExpression } from '../../../app/mapping/expression/parseExpression.ts'
import { arbitraryAttributes, arbitraryExpression } from './arbitraryExpression.ts'

const ann = {
  mail: ['Ann.Bell@example.com', 'second@example.com'],
  userprincipalname: ['ann@corp.example'],
  givenname: ['Ann'],
  sn: ['Bell'],
  'msrtcsip-primaryuseraddress': ['sip:ann@example.com'],
  usercertificate: ['TUlJ'],
  b: ['bee'],
  'b-c': ['hyphenated'],
}

const value = (text: string) => evaluate(parseExpression(text), ann)

describe('operators', () => {
  test.each([
    ['"abc@example.com" % "@"', 'example.com'],
    ['"abc@example.com" - "@"', 'abc'],
    ['"abc" % "x"', 'abc'],
    ['"abc" - "x"', 'abc'],
    ['"a@b@c" % "@"', 'b@c'],
    ['"a@b@c" - "@"', 'a'],
    ['"abc" % "abc"', ''],
    ['"abc" - "abc"', ''],
    ['givenName + " " + sn', 'Ann Bell'],
    ['givenName + missing + sn', 'AnnBell'],
    ['"" | "abc"', 'abc'],
    ['missing | mail | userPrincipalName', 'Ann.Bell@example.com'],
    ['missing | ""', ''],
    ['" " | "abc"', ' '],
    ['missing', ''],
  ])('%s gives %j', (text, expected) => {
    expect(value(text)).toBe(expected)
  })

  test.each([
    ['% and - before +', '"a@b" - "@" + "x@y" % "@"', 'ay'],
    ['+ before |', 'missing + "" | "x" + "y"', 'xy'],
    ['% and - from left to right', '"a.b.c" % "." - "."', 'b'],
    ['- and % from left to right', '"a.b.c" - "." % "."', 'a'],
    ['parentheses first', '("a@b" + "@c") - ("@" + "c")', 'a@b'],
    ['a choice inside a cut', '(missing | mail) - "@"', 'Ann.Bell'],
  ])('binding: %s', (_, text, expected) => {
    expect(value(text)).toBe(expected)
  })

  test('an empty right side changes nothing', () => {
    expect(value('mail % ""')).toBe('Ann.Bell@example.com')
    expect(value('mail - missing')).toBe('Ann.Bell@example.com')
  })

  test('comparison is exact: letter case counts', () => {
    expect(value('mail - "ann"')).toBe('Ann.Bell@example.com')
    expect(value('mail % "ann"')).toBe('Ann.Bell@example.com')
    expect(value('mail % "Ann."')).toBe('Bell@example.com')
  })
})

describe('attributes', () => {
  test('are found whatever their letter case, and give their first value', () => {
    expect(value('MAIL')).toBe('Ann.Bell@example.com')
  })

  test('options in a name count for nothing', () => {
    expect(value('userCertificate;binary')).toBe('TUlJ')
  })

  test('names that every object has are not attributes', () => {
    expect(value('constructor + toString + __proto__')).toBe('')
  })
})

describe('a hyphen', () => {
  test.each([
    ['msRTCSIP-PrimaryUserAddress', 'sip:ann@example.com'],
    ['msRTCSIP-PrimaryUserAddress % "sip:"', 'ann@example.com'],
    ['mail-"@"', 'Ann.Bell'],
    ['mail -"@"', 'Ann.Bell'],
    ['mail- "@"', 'Ann.Bell'],
    ['mail - "@"', 'Ann.Bell'],
    ['"Ann Bell"-sn', 'Ann '],
    ['(givenName + sn)-sn', 'Ann'],
    ['mail-(sn)', 'Ann.'],
    ['mail -sn', 'Ann.'],
    ['mail- sn', 'Ann.'],
    ['"a hyphenated" - b-c', 'a '],
    ['b-c', 'hyphenated'],
    ['b - c', 'bee'],
  ])('%s gives %j', (text, expected) => {
    expect(value(text)).toBe(expected)
  })
})

describe('literals', () => {
  test.each([
    [String.raw`"say \"hi\""`, 'say "hi"'],
    [String.raw`"a\\b"`, 'a\\b'],
    ['"% - + | ( )"', '% - + | ( )'],
    ['"Übergröße 李 😀"', 'Übergröße 李 😀'],
    ['"two\nlines"', 'two\nlines'],
  ])('%s', (text, expected) => {
    expect(value(text)).toBe(expected)
  })

  test('cut inside text beyond the basic plane', () => {
    expect(value('"李😀x" % "😀"')).toBe('x')
  })
})

test('no tree and no entry makes an evaluation throw', () => {
  fc.assert(
    fc.property(arbitraryExpression, arbitraryAttributes, (expression, attributes) => {
      expect(typeof evaluate(expression, attributes)).toBe('string')
    }),
  )
})
