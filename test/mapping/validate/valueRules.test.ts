import fc from 'fast-check'
import { valueRules } from '../../../app/mapping/validate/valueRules.ts'
import type { MappedAttribute } from '../../../app/model/resource.ts'

function accepted(attribute: MappedAttribute, text: string): string {
  const result = valueRules[attribute](text)
  if (result.kind === 'invalid') throw new Error(`${attribute} refused ${JSON.stringify(text)}: ${result.problem}`)
  return result.value
}

function problem(attribute: MappedAttribute, text: string): string {
  const result = valueRules[attribute](text)
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
    ['sipAddresses;type=enterprise', 'room.7@example.com', 'room.7@example.com'],
    ['jabberID', 'ann@im.example.com', 'ann@im.example.com'],
    ['jabberID', 'xmpp:jörg@im', 'jörg@im'],
    ['jabberID', 'ann@im.example.com/phone', 'ann@im.example.com/phone'],
    ['telephoneNumber', ' +49 (30) 1234-5\u202c', '+49 (30) 1234-5'],
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
    ['c', 'Germany', 'ISO 3166'],
    ['c', 'UK', 'the United Kingdom is GB'],
    ['c', 'EU', 'ISO 3166'],
    ['c', 'ZZ', 'ISO 3166'],
    ['preferredLanguage', 'en', 'such as en-US'],
    ['preferredLanguage', 'german', 'such as en-US'],
    ['preferredLanguage', 'en, de;q=0.8', 'such as en-US'],
    ['preferredLanguage', 'xx-DE', 'no known language: "xx"'],
    ['locale', 'de-XX', 'no known country: "XX"'],
    ['timezone', 'W. Europe Standard Time', 'is not an IANA time zone'],
    ['timezone', '+02:00', 'is not an IANA time zone'],
    ['timezone', 'Mars/Olympus', 'is not an IANA time zone'],
  ] as const)('%s refuses %j', (attribute, text, expected) => {
    expect(problem(attribute, text)).toContain(expected)
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
  )
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(valueRules)), text, (rule, value) => {
      const first = rule(value)
      if (first.kind === 'valid') expect(rule(first.value)).toEqual(first)
      else expect(first.problem).not.toBe('')
    }),
    { numRuns: 5000 },
  )
})
