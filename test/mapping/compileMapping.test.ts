import { compileMapping } from '../../app/mapping/compileMapping.ts'
import { type DirectoryType, defaultMapping } from '../../app/mapping/defaultMapping.ts'
import { formatExpression } from '../../app/mapping/expression/formatExpression.ts'
import { parseExpression } from '../../app/mapping/expression/parseExpression.ts'
import { cloudAttributes } from '../../app/model/cloudAttribute.ts'
import { ConnectorError } from '../../app/model/error.ts'
import type { MappingSettings } from '../../app/settings/schema.ts'

function compiledRows(
  settings: MappingSettings,
  type: DirectoryType = 'ad-ds',
  known: ReadonlySet<string> | null = null,
) {
  const mapping = compileMapping(settings, type, known, {})
  const rows = [...mapping.rows, mapping.accountState]
  return Object.fromEntries(rows.map((row) => [row.attribute, formatExpression(row.expression)]))
}

function refusal(settings: MappingSettings, type: DirectoryType = 'ad-ds', known: ReadonlySet<string> | null = null) {
  try {
    compileMapping(settings, type, known, {})
  } catch (error) {
    if (error instanceof ConnectorError) return error
    throw error
  }
  throw new Error('the mapping was accepted')
}

const ldapSchema = new Set(
  Object.values(defaultMapping('ldap'))
    .filter((it) => it !== null)
    .map((it) => it.toLowerCase())
    .filter((it) => !it.includes('|')),
)

describe('without settings', () => {
  test('AD maps as the table of defaults says', () => {
    const rows = compiledRows({})
    expect(rows).toMatchObject({
      uid: 'mail',
      street: 'streetAddress',
      'ds-pwp-account-disabled': 'userAccountControl',
      'sipAddresses;type=enterprise': 'msRTCSIP-PrimaryUserAddress | ipPhone',
    })
    for (const off of ['buildingName', 'emails;type-work', 'externalId', 'jabberID', 'locale', 'timezone']) {
      expect(rows).not.toHaveProperty(off)
    }
  })

  test.each(['ad-ds', 'ad-lds', 'ldap'] as const)('every default of %s is a good expression', (type) => {
    for (const text of Object.values(defaultMapping(type))) {
      if (text !== null) expect(formatExpression(parseExpression(text))).toBe(text)
    }
    expect(Object.keys(defaultMapping(type)).sort()).toEqual([...cloudAttributes].sort())
  })

  test('every directory type has its own sign of a disabled account', () => {
    expect(compiledRows({}, 'ad-lds')['ds-pwp-account-disabled']).toBe('msDS-UserAccountDisabled | userAccountControl')
    expect(compiledRows({}, 'ldap')['ds-pwp-account-disabled']).toBe('nsAccountLock | pwdAccountLockedTime')
  })
})

describe('rows of the settings', () => {
  test('stand over the defaults, and null switches off', () => {
    const rows = compiledRows({ displayName: 'givenName + " " + sn', title: null, locale: 'preferredLanguage' })
    expect(rows).toMatchObject({ displayName: 'givenName + " " + sn', locale: 'preferredLanguage', uid: 'mail' })
    expect(rows).not.toHaveProperty('title')
  })

  test.each(['uid', 'ds-pwp-account-disabled'] as const)('%s cannot be switched off', (attribute) => {
    expect(refusal({ [attribute]: null })).toMatchObject({
      side: 'settings',
      code: 'required-mapping',
      place: `mapping.${attribute}`,
    })
  })

  test('a wrong expression is refused with its row and position', () => {
    const error = refusal({ displayName: 'givenName + + sn' })
    expect(error).toMatchObject({ code: 'invalid-expression', place: 'mapping.displayName, position 13' })
    expect(error.message).toContain('found "+"')
  })

  test('an empty row is refused, and told how to switch it off', () => {
    const error = refusal({ title: ' ' })
    expect(error).toMatchObject({ code: 'invalid-expression', place: 'mapping.title, position 1' })
    expect(error.remedy).toContain('null')
  })
})

describe('what the directory does not know', () => {
  test('in a row of the settings is an error with near spellings', () => {
    const error = refusal({ displayName: 'cn | dispalyNmae' }, 'ldap', new Set([...ldapSchema, 'cn']))
    expect(error).toMatchObject({ code: 'unknown-attribute', place: 'mapping.displayName, position 6' })
    expect(error.message).toContain('dispalyNmae')
    expect(error.message).toContain('Did you mean displayname?')
    expect(refusal({ displayName: 'qqqqqqqq' }, 'ldap', ldapSchema).message).not.toContain('Did you mean')
  })

  test('that joins two known names by a hyphen gets the advice to put spaces around the operator', () => {
    const error = refusal({ displayName: 'givenName-sn' }, 'ldap', ldapSchema)
    expect(error.message).toContain('givenName-sn (position 1)')
    expect(error.remedy).toContain('Put a space on both sides of the "-"')
  })

  test('options in a name are not part of what the schema knows', () => {
    expect(compiledRows({ externalId: 'mail;lang-en' }, 'ldap', ldapSchema).externalId).toBe('mail;lang-en')
  })

  test('makes a default row inactive, and lists it', () => {
    const known = new Set([...ldapSchema].filter((it) => it !== 'postalcode'))
    const mapping = compileMapping({}, 'ldap', known, {})
    expect(mapping.rows.map((row) => row.attribute)).not.toContain('postalCode')
    expect(mapping.inactiveRows).toEqual([
      { attribute: 'postalCode', expression: 'postalCode', missing: ['postalCode'] },
      {
        attribute: 'ds-pwp-account-disabled',
        expression: 'nsAccountLock | pwdAccountLockedTime',
        missing: ['nsAccountLock', 'pwdAccountLockedTime'],
      },
    ])
    expect(mapping.directoryAttributes).not.toContain('nsAccountLock')
  })

  test('leaves the known options of a default choice', () => {
    const known = new Set([...ldapSchema, 'streetaddress', 'useraccountcontrol', 'ipphone'])
    const mapping = compileMapping({}, 'ad-ds', known, {})
    expect(compiledRows({}, 'ad-ds', known)['sipAddresses;type=enterprise']).toBe('ipPhone')
    expect(mapping.inactiveRows).toEqual([])
  })

  test('is an error where the default is required', () => {
    expect(refusal({}, 'ad-ds', new Set(['cn']))).toMatchObject({ code: 'unknown-attribute', place: 'mapping.uid' })
    expect(refusal({}, 'ad-ds', ldapSchema)).toMatchObject({ place: 'mapping.ds-pwp-account-disabled' })
  })

  test('cannot be told without a schema', () => {
    expect(compiledRows({ title: 'whatever' }, 'ldap', null).title).toBe('whatever')
  })
})

describe('uid', () => {
  test.each(['mail', 'userPrincipalName', 'MAIL | userPrincipalName'])('from %s needs no warning', (uid) => {
    expect(compileMapping({ uid }, 'ad-ds', null, {}).findings).toEqual([])
  })

  test.each(['sAMAccountName', 'mail - "@" + "@example.com"', '"ann@example.com"', 'mail | cn'])(
    'from %s is accepted with a warning',
    (uid) => {
      expect(compileMapping({ uid }, 'ad-ds', null, {}).findings).toMatchObject([
        { level: 'warning', side: 'settings', subject: 'mapping.uid', message: expect.stringContaining(uid) },
      ])
    },
  )
})

test('the directory attributes of all rows are listed once each', () => {
  const { directoryAttributes } = compileMapping(
    { displayName: 'SN + Mail', 'emails;type-work': 'mail' },
    'ad-ds',
    null,
    {},
  )
  expect(directoryAttributes.filter((it) => /^(mail|sn)$/i.test(it))).toEqual(['mail', 'SN'])
  expect(directoryAttributes).toContain('userAccountControl')
})
