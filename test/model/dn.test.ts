import fc from 'fast-check'
import { dnKey, isAtOrBelow, parentKey, parseDn } from '../../app/model/dn.ts'
import { ConnectorError } from '../../app/model/error.ts'

describe('dnKey', () => {
  test.each([
    ['letter case', 'CN=Ann Reed,OU=Sales,DC=corp', 'cn=ann reed,ou=SALES,dc=CORP'],
    ['white space around separators', 'CN=Ann Reed,OU=Sales', ' CN = Ann Reed ,\n  OU=Sales '],
    ['an escaped comma and its hexadecimal form', 'CN=Reed\\, Ann,DC=corp', 'CN=Reed\\2C Ann,DC=corp'],
    ['an escaped comma and a quoted value', 'CN=Reed\\, Ann,DC=corp', 'cn="Reed, Ann",dc=corp'],
    ['umlauts and their UTF-8 bytes', 'CN=Jörg', 'CN=J\\C3\\B6rg'],
    ['a needless escape', 'CN=a\\=b', 'CN=a=b'],
    ['a BER text in hexadecimal', 'CN=Hi', 'CN=#04024869'],
    ['the order inside a multi-valued RDN', 'UID=7+CN=Ann,DC=corp', 'cn=Ann + uid=7,dc=corp'],
  ])('does not see %s', (_, one, other) => {
    expect(dnKey(one)).toBe(dnKey(other))
  })

  test.each([
    ['an escaped trailing space', 'CN=Ann\\ ', 'CN=Ann'],
    ['a literal hash sign', 'CN=\\#04024869', 'CN=Hi'],
    ['a comma inside a value', 'CN=a\\,dc=b', 'CN=a,dc=b'],
    ['an accent', 'CN=Jorg', 'CN=Jörg'],
  ])('sees %s', (_, one, other) => {
    expect(dnKey(one)).not.toBe(dnKey(other))
  })

  test('keeps the escapes of deleted entries apart from separators', () => {
    expect(dnKey('CN=Ann\\0ADEL:1f,CN=Deleted Objects')).toBe('cn=ann\ndel:1f,cn=deleted objects')
  })

  test.each(['', 'nonsense', ' Not, A DN\\', 'CN=a;b'])(
    'gives malformed text %j back, trimmed and in lower case',
    (text) => {
      expect(dnKey(text)).toBe(text.trim().toLowerCase())
    },
  )

  test('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'cn=\\,+"# a1Ff;') })), (text) => {
        expect(typeof dnKey(text)).toBe('string')
      }),
    )
  })

  test('gives the same key whichever way a value is escaped, and keys are their own keys', () => {
    const value = fc.string({ unit: fc.constantFrom(...'aZ ,+"\\<>;=#ä中\n\0') })
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (values) => {
        const hexadecimal = values.map((text) => `CN=${escapeAll(text)}`).join(',')
        const quoted = values.map((text) => `cn = "${text.replace(/["\\]/g, '\\$&')}"`).join(' , ')
        expect(dnKey(quoted)).toBe(dnKey(hexadecimal))
        expect(dnKey(dnKey(quoted))).toBe(dnKey(quoted))
        expect(parseDn(hexadecimal).map((rdn) => rdn[0]?.value)).toEqual(values)
      }),
    )
  })
})

describe('isAtOrBelow and parentKey', () => {
  const base = dnKey('OU=Sales,DC=corp')

  test.each([
    ['the base itself', 'ou=sales, dc=corp', true],
    ['an entry right below', 'CN=Ann,OU=Sales,DC=corp', true],
    ['an entry deep below', 'CN=Ann,OU=North,OU=Sales,DC=corp', true],
    ['a container whose name ends alike', 'OU=Presales,DC=corp', false],
    ['the container above', 'DC=corp', false],
    ['an escaped comma that looks like a level', 'CN=Ann\\,OU=Sales\\,DC=corp', false],
  ])('%s', (_, dn, expected) => {
    expect(isAtOrBelow(dnKey(dn), base)).toBe(expected)
  })

  test('everything is below the root', () => {
    expect(isAtOrBelow(base, '')).toBe(true)
  })

  test('go upwards level by level', () => {
    expect(parentKey(dnKey('CN=Reed\\, Ann,DC=corp'))).toBe('dc=corp')
    expect(parentKey('dc=corp')).toBe('')
    expect(parentKey('')).toBe('')
  })
})

describe('parseDn', () => {
  test('gives the RDNs from the entry upwards, without escapes', () => {
    expect(parseDn('CN=Reed\\, Ann+UID=7, DC=corp')).toEqual([
      [
        { type: 'CN', value: 'Reed, Ann' },
        { type: 'UID', value: '7' },
      ],
      [{ type: 'DC', value: 'corp' }],
    ])
    expect(parseDn('')).toEqual([])
  })

  test.each([
    ['Sales', 6, '"="'],
    ['OU=Sales,', 10, 'an attribute type'],
    ['OU=Sales,,DC=corp', 10, 'an attribute type'],
    ['OU=Sa;les', 6, '"\\" before'],
    ['OU=Sa\\x', 7, 'two hexadecimal digits'],
    ['OU=\\ff', 4, 'UTF-8'],
    ['OU="Sales', 10, 'a closing quote'],
    ['OU="Sales"x', 11, '"," or "+"'],
    ['OU=#0g', 5, 'pairs of hexadecimal digits'],
  ])('refuses %j at position %d', (dn, position, expected) => {
    const error = thrownBy(() => parseDn(dn))
    expect(error).toMatchObject({ side: 'settings', code: 'invalid-dn', place: `position ${position}` })
    expect(error.message).toContain(expected)
  })
})

function escapeAll(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => `\\${byte.toString(16).padStart(2, '0')}`).join('')
}

function thrownBy(action: () => unknown): ConnectorError {
  try {
    action()
  } catch (error) {
    if (error instanceof ConnectorError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}
