import fc from 'fast-check'
import type { ValueContext } from '../../../app/mapping/validate/valueContext.ts'
import { valueRules } from '../../../app/mapping/validate/valueRules.ts'
import type { MappedAttribute } from '../../../app/model/resource.ts'

const nowhere: ValueContext = { country: null, language: null }

function accepted(attribute: MappedAttribute, text: string): string {
  const result = valueRules[attribute](text, nowhere)
  if (result.kind === 'invalid') throw new Error(`${attribute} refused ${JSON.stringify(text)}: ${result.problem}`)
  return result.value
}

function problem(attribute: MappedAttribute, text: string): string {
  const result = valueRules[attribute](text, nowhere)
  if (result.kind === 'valid') throw new Error(`${attribute} accepted ${JSON.stringify(text)} as ${result.value}`)
  return result.problem
}

describe('texts for people', () => {
  test.each([
    ['  Ann ', 'Ann'],
    ['Mu\u0308ller', 'Müller'],
    ['\u00a0李小龍\u00a0', '李小龍'],
    ['Sales\tand\r\nSupport', 'Sales and Support'],
    ['   ', ''],
    ['', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(accepted('displayName', text)).toBe(expected)
  })

  test('a zero-width joiner stays, because some scripts need it', () => {
    expect(accepted('displayName', 'علی\u200cرضا')).toBe('علی\u200cرضا')
  })

  test('control characters and broken Unicode are refused by name', () => {
    expect(problem('title', 'a\u0001b')).toBe('holds the control character U+0001')
    expect(problem('title', 'a\u0085\u009fb')).toBe('holds the control character U+009F')
    expect(problem('title', 'a\ud800')).toBe('is not well-formed Unicode')
  })

  test('only a street keeps its lines', () => {
    expect(accepted('street', 'Main Street 1\r\nBuilding 2 ')).toBe('Main Street 1\nBuilding 2')
    expect(accepted('l', 'New\nYork')).toBe('New York')
  })
})

describe('e-mail addresses', () => {
  test.each([
    'ann@example.com',
    "o'brien+tag@sub.example.co.uk",
    'a_b.c-d@ex-ample.com',
    'ann@müller.example',
    'ann@例え.テスト',
    `${'a'.repeat(64)}@example.com`,
    'ANN@Example.COM',
  ])('%s is one, in its own letter case', (text) => {
    expect(accepted('uid', text)).toBe(text)
  })

  test('pasted invisible characters and space around are dropped', () => {
    expect(accepted('uid', ' \u200bann@example.com\u202c ')).toBe('ann@example.com')
  })

  test.each([
    ['ann', 'it has no "@"'],
    ['ann@@example.com', 'more than one "@"'],
    ['ann bell@example.com', 'it holds a space'],
    ['@example.com', 'nothing stands before the "@"'],
    ['ann@', 'it has no domain'],
    ['ann@localhost', '"localhost" is not a whole domain name'],
    ['ann@example..com', 'an empty part'],
    ['ann@-example.com', '"-example" cannot be part of a domain name'],
    ['ann@ex_ample.com', '"ex_ample" cannot be part of a domain name'],
    ['ann@127.0.0.1', 'ends in a number'],
    ['ann@[127.0.0.1]', 'cannot be part of a domain name'],
    ['.ann@example.com', '".ann" cannot stand before the "@"'],
    ['ann..bell@example.com', 'cannot stand before the "@"'],
    ['jörg@example.com', '"jörg" cannot stand before the "@"'],
    ['"ann bell"@example.com', 'it holds a space'],
    [`${'a'.repeat(65)}@example.com`, '65 characters stand before the "@", the limit is 64'],
    [`ann@${'a'.repeat(64)}.com`, 'longer than 63 characters'],
    [`ann@${'abcdefgh.'.repeat(30)}com`, 'it has 277 characters, the limit is 254'],
  ])('%s is none', (text, expected) => {
    expect(problem('uid', text)).toContain('is not an e-mail address: ')
    expect(problem('emails;type-work', text)).toContain(expected)
  })
})

describe('addresses and numbers', () => {
  test.each([
    ['sipAddresses;type=enterprise', 'sip:ann@example.com', 'ann@example.com'],
    ['sipAddresses;type=enterprise', 'SIPS:ann@example.com', 'ann@example.com'],
    ['sipAddresses;type=enterprise', 'sip:Ann.Bell@EXAMPLE.com:5061', 'Ann.Bell@example.com:5061'],
    ['sipAddresses;type=enterprise', 'room.7@example.com', 'room.7@example.com'],
    ['jabberID', 'ann@im.example.com', 'ann@im.example.com'],
    ['jabberID', 'xmpp:jörg@im', 'jörg@im'],
    ['jabberID', 'ann@im.example.com/phone', 'ann@im.example.com/phone'],
    ['telephoneNumber', ' +49 (30) 1234-5\u202c', '+493012345'],
    ['mobile', '٠١٢٣', '٠١٢٣'],
    ['manager', 'CN=Bell\\, Ann,OU=Sales,DC=corp', 'CN=Bell\\, Ann,OU=Sales,DC=corp'],
    ['manager', 'cn=Mu\u0308ller,dc=corp', 'cn=Mu\u0308ller,dc=corp'],
  ] as const)('%s accepts %j', (attribute, text, expected) => {
    expect(accepted(attribute, text)).toBe(expected)
  })

  test.each([
    ['sipAddresses;type=enterprise', '@example.com', 'is not a SIP address'],
    ['sipAddresses;type=enterprise', 'sip:4711', 'is not a SIP address'],
    ['jabberID', 'sip:ann@example.com', 'it is a SIP address'],
    ['jabberID', 'ann', 'it has no "@"'],
    ['jabberID', 'a b@im', 'what stands before the "@" is not allowed'],
    ['jabberID', 'ann@im/', 'nothing stands behind the "/"'],
    ['sipAddresses;type=enterprise', 'sip:;transport=tls', 'is not a SIP address'],
    ['telephoneNumber', 'ask reception', 'has no digit'],
    ['facsimileTelephoneNumber', '-', 'has no digit'],
    ['manager', 'Ann Bell', 'is not a distinguished name'],
  ] as const)('%s refuses %j', (attribute, text, expected) => {
    expect(problem(attribute, text)).toContain(expected)
  })
})

describe('codes', () => {
  test.each([
    ['c', 'de', 'DE'],
    ['preferredLanguage', 'en_us', 'en-US'],
    ['preferredLanguage', 'FR-ca', 'fr-CA'],
    ['locale', 'zh_CN', 'zh-CN'],
    ['locale', 'iw_IL', 'he-IL'],
    ['timezone', 'europe/berlin', 'Europe/Berlin'],
    ['timezone', 'Asia/Kolkata', 'Asia/Kolkata'],
    ['timezone', 'Asia/Calcutta', 'Asia/Calcutta'],
    ['timezone', 'UTC', 'UTC'],
  ] as const)('%s: %j becomes %j', (attribute, text, expected) => {
    expect(accepted(attribute, text)).toBe(expected)
    expect(accepted(attribute, expected)).toBe(expected)
  })

  test.each([
    ['c', 'Atlantis', 'ISO 3166'],
    ['c', 'DEU', 'ISO 3166'],
    ['c', 'EU', 'ISO 3166'],
    ['c', 'ZZ', 'ISO 3166'],
    ['preferredLanguage', 'eo', 'such as en-US'],
    ['locale', 'xx', 'no known language: "xx"'],
    ['preferredLanguage', 'german', 'such as en-US'],
    ['preferredLanguage', 'en, de;q=0.8', 'such as en-US'],
    ['preferredLanguage', 'xx-DE', 'no known language: "xx"'],
    ['locale', 'de-XX', 'no known country: "XX"'],
    ['timezone', 'W. Europe Standard Time', 'is a time zone of Windows; an IANA name is needed, such as Europe/Berlin'],
    ['timezone', '+02:00', 'is not an IANA time zone'],
    ['timezone', 'Mars/Olympus', 'is not an IANA time zone'],
  ] as const)('%s refuses %j', (attribute, text, expected) => {
    expect(problem(attribute, text)).toContain(expected)
  })
})

describe('what is more than spelling has a note', () => {
  test.each([
    ['c', 'Germany', 'DE', 'is the name of a country; its ISO 3166 code DE is used'],
    ['c', 'united states', 'US', 'is the name of a country; its ISO 3166 code US is used'],
    ['c', 'CÔTE D\u2019IVOIRE', 'CI', 'is the name of a country; its ISO 3166 code CI is used'],
    ['c', 'Hong Kong', 'HK', 'is the name of a country; its ISO 3166 code HK is used'],
    ['c', 'uk', 'GB', 'is not the ISO 3166 code of the United Kingdom; GB is used'],
    ['preferredLanguage', 'de', 'de-DE', 'names no country; de-DE is used'],
    ['preferredLanguage', 'EN', 'en-US', 'names no country; en-US is used'],
    ['locale', 'ja', 'ja-JP', 'names no country; ja-JP is used'],
    ['locale', 'zh-Hant', 'zh-TW', 'names no country; zh-TW is used'],
    ['locale', 'zh-Hant-TW', 'zh-TW', 'names a script, which is left out; zh-TW is used'],
    ['locale', 'sr_Latn_RS', 'sr-RS', 'names a script, which is left out; sr-RS is used'],
    [
      'sipAddresses;type=enterprise',
      'sip:ann@Example.com;transport=tls?subject=a@b',
      'ann@example.com',
      'holds parameters; ann@example.com is used',
    ],
  ] as const)('%s: %j becomes %j', (attribute, text, value, note) => {
    expect(valueRules[attribute](text, nowhere)).toEqual({ kind: 'valid', value, note })
    expect(valueRules[attribute](value, nowhere)).toEqual({ kind: 'valid', value })
  })

  test('a preferred language that is none becomes the language of the organization, a locale does not', () => {
    const context = { country: null, language: 'fr-CA' }
    expect(valueRules.preferredLanguage('en, de;q=0.8', context)).toEqual({
      kind: 'valid',
      value: 'fr-CA',
      note: 'is not a language with its country, such as en-US; fr-CA, the language of the organization, is used',
    })
    expect(valueRules.preferredLanguage('', context)).toEqual({ kind: 'valid', value: '' })
    expect(valueRules.preferredLanguage('de_DE', context)).toEqual({ kind: 'valid', value: 'de-DE' })
    expect(valueRules.locale('english', context).kind).toBe('invalid')
  })
})

test('any text gets an answer, and a canonical form stays as it is', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        'a',
        '@',
        '.',
        ' ',
        '\t',
        '\r',
        '\n',
        'ü',
        'u\u0308',
        '\u200b',
        ':',
        '/',
        's',
        'ip',
        '1',
        '-',
        '_',
      ),
    }),
    fc.emailAddress(),
    fc.constantFrom('de', 'zh-Hant', 'Germany', 'UK', 'sip:a@B.c;x'),
  )
  const context = fc.record({
    country: fc.constantFrom('DE', 'US', 'AQ', null),
    language: fc.constantFrom('de-DE', null),
  })
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(valueRules)), text, context, (rule, value, context) => {
      const first = rule(value, context)
      if (first.kind === 'invalid') return expect(first.problem).not.toBe('')
      // A doubt about a value that is sent as it stands stays with it.
      const note = first.value === value.trim() && first.note !== undefined ? { note: first.note } : {}
      expect(rule(first.value, context)).toEqual({ kind: 'valid', value: first.value, ...note })
    }),
    { numRuns: 5000 },
  )
})
