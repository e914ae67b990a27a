import fc from 'fast-check'
import examples from 'libphonenumber-js/examples.mobile'
import { getCountryCallingCode, getExampleNumber, isSupportedCountry } from 'libphonenumber-js/min'
import { countryCodes } from '../../../app/mapping/validate/countryCodes.ts'
import { phoneNumber } from '../../../app/mapping/validate/phoneNumber.ts'

const read = (text: string, country: string | null) => phoneNumber(text, { country, language: null })
const asSent = (value: string, doubt: string) => ({ kind: 'valid', value, note: `${doubt}; it is sent as it stands` })

test.each([
  ['DE', '040 / 555 01 23', '+49405550123'],
  ['DE', '(0170) 1234567', '+491701234567'],
  ['AT', '01/58858-0', '+431588580'],
  ['CH', '044 268 93 11', '+41442689311'],
  ['FR', '01.42.34.56.78', '+33142345678'],
  ['GB', '(020) 7946 0958', '+442079460958'],
  ['IT', '06 1234 5678', '+390612345678'],
  ['ES', '912 34 56 78', '+34912345678'],
  ['NL', '020-5551234', '+31205551234'],
  ['PL', '22 555 12 34', '+48225551234'],
  ['SE', '08-123 456 78', '+46812345678'],
  ['US', '(212) 555-2368', '+12125552368'],
  ['US', '1-212-555-2368', '+12125552368'],
  ['US', '011 49 40 5550123', '+49405550123'],
  ['BR', '(11) 91234-5678', '+5511912345678'],
  ['AR', '011 15 2345-6789', '+5491123456789'],
  ['IN', '98123 45678', '+919812345678'],
  ['JP', '03-1234-5678', '+81312345678'],
  ['CN', '010 8888 8888', '+861088888888'],
  ['AU', '(02) 5550 1234', '+61255501234'],
  ['RU', '8 (495) 123-45-67', '+74951234567'],
  ['ZA', '021 555 1234', '+27215551234'],
])('a number as it is dialled in %s: %s', (country, text, expected) => {
  expect(read(text, country)).toEqual({ kind: 'valid', value: expected })
})

test.each([
  '+49 40 5550123',
  '+49 (0)40 555 01 23',
  '+49-40-5550123',
  '+49.40.5550123',
  '0049 40 5550123',
  '(+49) 40 5550123',
  '(0049) 40/5550123',
  'tel:+49-40-5550123',
  '\uff0b\uff14\uff19 40 5550123',
  '+٤٩ ٤٠ ٥٥٥٠١٢٣',
  '\u202a+49 40 5550123\u202c',
])('an international number is the same in any spelling and any country: %s', (text) => {
  for (const country of ['DE', 'US', null])
    expect(read(text, country)).toEqual({ kind: 'valid', value: '+49405550123' })
})

test.each([
  '+49 40 5550123 ext. 12',
  '+49 40 5550123 x12',
  '+49 40 5550123 #12',
  '040 5550123 Ext 12',
  '+49405550123;ext=12',
  'tel:+49-40-5550123;ext=12',
  '+49 40 5550123 ext. ١٢',
])('an extension is kept: %s', (text) => {
  expect(read(text, 'DE')).toEqual({ kind: 'valid', value: '+49405550123;ext=12' })
})

test.each([
  ['4711', 'DE'],
  ['4711', null],
  ['12-345', 'US'],
  ['040 5550123', null],
  ['0800 123456', 'AQ'],
  ['٠١٢٣', null],
])('an internal number, and one of nobody knows where, stays as it stands in silence: %s in %s', (text, country) => {
  expect(read(text, country)).toEqual({ kind: 'valid', value: text })
})

test.each([
  ['+49 1', null, 'is not a possible international number'],
  ['+999 12345678', 'DE', 'is not a possible international number'],
  ['0000', 'DE', 'is not a possible international number'],
  ['+49 40 1234567890123', 'DE', 'is not a possible international number'],
  ['+1 800 FLOWERS', 'US', 'is not a possible international number'],
  ['555-0123', 'US', 'is not a possible number of US'],
  ['040 5550123 (Ann)', 'DE', 'is not a possible number of DE'],
  ['5550123', 'DE', 'seems to lack the area code, or the prefix before it, that numbers of DE have'],
  ['040 555012/555013', 'DE', 'seems to hold more than one number'],
  ['+49 40 555012 / 13', 'DE', 'seems to hold more than one number'],
])('what should be readable and is not stays as it stands, with a note: %s in %s', (text, country, doubt) => {
  expect(read(text, country)).toEqual(asSent(text, doubt))
})

const countries = [...countryCodes].filter((code) => isSupportedCountry(code))

test('the example of every country is read from every way to write it', () => {
  for (const country of countries) {
    const example = getExampleNumber(country, examples)
    if (example === undefined || example.nationalNumber.length < 6) continue
    const ways = [example.number, example.formatInternational(), example.formatNational(), example.getURI()]
    for (const way of ways) expect([way, read(way, country)]).toEqual([way, { kind: 'valid', value: example.number }])
  }
})

const anyCountry = fc.constantFrom(...countries)
const digits = fc.stringMatching(/^\d{1,16}$/)
const spelled = fc
  .array(fc.tuple(fc.constantFrom('', ' ', '-', '/', '.', '(', ') ', ' x', ',', ';ext='), digits), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.flat().join(''))

test('any number gets an answer that stays as it is when it is read again', () => {
  const beginning = fc.oneof(
    anyCountry.map((country) => `+${getCountryCallingCode(country)}`),
    fc.constantFrom('', '0', '00', '+', '1', '8', '90', '011', 'tel:'),
  )
  fc.assert(
    fc.property(beginning, spelled, fc.option(anyCountry), (start, rest, country) => {
      const first = read(start + rest, country)
      if (first.kind === 'invalid') throw new Error(first.problem)
      expect(read(first.value, country)).toEqual(first)
      if (first.value.startsWith('+') && first.note === undefined) {
        expect(first.value).toMatch(/^\+[1-9]\d{1,14}(;ext=\d+)?$/)
      }
    }),
    { numRuns: 3000 },
  )
})

test('a number of a country keeps all its digits, however they are grouped', () => {
  const separator = fc.constantFrom('', ' ', '-', '.', '\u00a0')
  const grouped = anyCountry.chain((country) => {
    const number = getExampleNumber(country, examples)?.number ?? '+49405550123'
    const cuts = fc.array(separator, { minLength: number.length, maxLength: number.length })
    return cuts.map((between) => ({
      number,
      text: [...number].map((it, index) => (index === 0 ? it : it + between[index])).join(''),
    }))
  })
  fc.assert(
    fc.property(grouped, fc.option(anyCountry), ({ number, text }, country) => {
      expect(read(text, country)).toEqual({ kind: 'valid', value: number })
    }),
  )
})
