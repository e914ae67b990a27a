import fc from 'fast-check'
import { compileMapping } from '../../app/mapping/compileMapping.ts'
import type { DirectoryType } from '../../app/mapping/defaultMapping.ts'
import { formatExpression } from '../../app/mapping/expression/formatExpression.ts'
import { type MappedUser, mapUser } from '../../app/mapping/mapUser.ts'
import { traceUser } from '../../app/mapping/traceUser.ts'
import { cloudAttributes } from '../../app/model/cloudAttribute.ts'
import type { Attributes, Entry } from '../../app/model/entry.ts'
import type { MappingSettings, OrganizationSettings } from '../../app/settings/schema.ts'
import { arbitraryExpression } from './expression/arbitraryExpression.ts'

const entry = (attributes: Attributes): Entry => ({
  anchor: 'a1',
  kind: 'user',
  dn: 'CN=Ann,DC=corp',
  baseDn: 'DC=corp',
  attributes,
})

const ann: Attributes = { mail: ['ann@example.com'], useraccountcontrol: ['512'], sn: ['Bell'] }

function map(attributes: Attributes, settings: MappingSettings = {}, type: DirectoryType = 'ad-ds'): MappedUser {
  return mapUser(entry(attributes), compileMapping(settings, type, null, {}))
}

function mapped(attributes: Attributes, settings: MappingSettings = {}, type: DirectoryType = 'ad-ds') {
  const result = map(attributes, settings, type)
  if (result.kind === 'skipped') throw new Error(result.reason.message)
  return result
}

function reason(attributes: Attributes, settings: MappingSettings = {}, type: DirectoryType = 'ad-ds') {
  const result = map(attributes, settings, type)
  if (result.kind === 'mapped') throw new Error('the user was mapped')
  return result.reason
}

test('a user has the values of its active rows, null where there is nothing', () => {
  const { user, notes } = mapped({ ...ann, manager: ['CN=Boss,DC=corp'], c: ['de'] }, { title: null })
  expect(user).toMatchObject({ kind: 'user', anchor: 'a1', dn: 'CN=Ann,DC=corp', baseDn: 'DC=corp', active: true })
  expect(user.values).toMatchObject({ uid: 'ann@example.com', sn: 'Bell', givenName: null, c: 'DE' })
  expect(user.values.manager).toBe('CN=Boss,DC=corp')
  expect(user.values).not.toHaveProperty('title')
  expect(user.values).not.toHaveProperty('externalId')
  expect(user.values).not.toHaveProperty('ds-pwp-account-disabled')
  expect(notes).toEqual([])
})

test('a value of the wrong kind is left out with a note, the rest of the user stays', () => {
  const { user, notes } = mapped({ ...ann, telephonenumber: ['none'], c: [`Atlantis${'!'.repeat(200)}`] })
  expect(user.values).not.toHaveProperty('telephoneNumber')
  expect(user.values).not.toHaveProperty('c')
  expect(user.values.sn).toBe('Bell')
  expect(notes.map((note) => note.message)).toEqual([
    'telephoneNumber: "none" has no digit.',
    `c: "Atlantis${'!'.repeat(72)}…" is not an ISO 3166 country code of two letters.`,
  ])
})

describe('a value that is more than spelled differently has a note, in the order of the rows', () => {
  function mappedIn(organization: Partial<OrganizationSettings>, attributes: Attributes) {
    const result = mapUser(entry({ ...ann, ...attributes }), compileMapping({}, 'ad-ds', null, organization))
    if (result.kind === 'skipped') throw new Error(result.reason.message)
    const { user, notes } = result
    return { values: user.values, notes: notes.map(({ message }) => message), codes: notes.map(({ code }) => code) }
  }

  test('a number is read in the country of the entry, whichever stands first', () => {
    const { values, notes, codes } = mappedIn({ country: 'AT' }, { telephonenumber: ['040 555 01-23'], c: ['Germany'] })
    expect(values).toMatchObject({ telephoneNumber: '+49405550123', c: 'DE' })
    expect(notes).toEqual(['c: "Germany" is the name of a country; its ISO 3166 code DE is used.'])
    expect(codes).toEqual(['fallback'])
  })

  test.each([
    ['none', []],
    ['an empty one', [' ']],
    ['a wrong one', ['Atlantis']],
  ])('with %s in the country of the organization', (_, c) => {
    expect(mappedIn({ country: 'AT' }, { mobile: ['0664 1234567'], c }).values.mobile).toBe('+436641234567')
    expect(mappedIn({}, { mobile: ['0664 1234567'], c }).values.mobile).toBe('0664 1234567')
  })

  test('without a row for the country in that of the organization too', () => {
    const mapping = compileMapping({ c: null }, 'ad-ds', null, { country: 'AT' })
    const result = mapUser(entry({ ...ann, c: ['DE'], mobile: ['0664 1234567'] }), mapping)
    expect(result).toMatchObject({ user: { values: { mobile: '+436641234567' } } })
  })

  test('a number that cannot be read is sent as it stands', () => {
    const { values, notes } = mappedIn({ country: 'US' }, { telephonenumber: ['555-0123'], mobile: ['+49 1'] })
    expect(values).toMatchObject({ telephoneNumber: '555-0123', mobile: '+49 1' })
    expect(notes).toEqual([
      'telephoneNumber: "555-0123" is not a possible number of US; it is sent as it stands.',
      'mobile: "+49 1" is not a possible international number; it is sent as it stands.',
    ])
  })

  test('a language that is none falls back to that of the organization, if there is one', () => {
    const wrong = { preferredlanguage: ['klingon'] }
    const { values, notes } = mappedIn({ language: 'de-CH' }, wrong)
    expect(values.preferredLanguage).toBe('de-CH')
    expect(notes).toEqual([
      'preferredLanguage: "klingon" is not a language with its country, such as en-US; de-CH, the language of the organization, is used.',
    ])
    expect(mappedIn({}, wrong).values).not.toHaveProperty('preferredLanguage')
    expect(mappedIn({}, wrong).codes).toEqual(['invalid-value'])
    expect(mappedIn({ language: 'de-CH' }, {}).values.preferredLanguage).toBeNull()
  })

  test('a trace has the same values and notes', () => {
    const mapping = compileMapping({}, 'ad-ds', null, { country: 'AT', language: 'de-AT' })
    const traces = traceUser(entry({ ...ann, mobile: ['0664 1234567'], preferredlanguage: ['de'] }), mapping)
    const validated = Object.fromEntries(traces.map((it) => [it.attribute, it.validated]))
    expect(validated.mobile).toEqual({ kind: 'valid', value: '+436641234567' })
    expect(validated.preferredLanguage).toEqual({
      kind: 'valid',
      value: 'de-DE',
      note: 'names no country; de-DE is used',
    })
  })
})

test('a value of nothing but space clears', () => {
  expect(mapped({ ...ann, title: ['  '] }).user.values.title).toBeNull()
})

describe('an entry is skipped', () => {
  test('without a uid', () => {
    expect(reason({ useraccountcontrol: ['512'] }, { uid: 'mail|userPrincipalName' })).toEqual({
      code: 'missing-value',
      attribute: 'uid',
      value: '',
      message: 'uid: the entry has no value for it (mail | userPrincipalName).',
    })
    expect(reason({ mail: [' '] }).code).toBe('missing-value')
  })

  test('with a uid that is not an e-mail address', () => {
    expect(reason({ ...ann, mail: ['ann'] })).toMatchObject({
      code: 'invalid-value',
      attribute: 'uid',
      value: 'ann',
      message: 'uid: "ann" is not an e-mail address: it has no "@".',
    })
  })

  test('when nothing tells whether its account is disabled', () => {
    expect(reason({ ...ann, useraccountcontrol: ['secret'] })).toMatchObject({
      code: 'unreadable-account-state',
      value: 'secret',
    })
    expect(reason({ mail: ['ann@example.com'] }).message).toContain('userAccountControl cannot be read')
  })
})

describe('a disabled account is an inactive user', () => {
  test.each([
    ['ad-ds', { useraccountcontrol: ['514'] }],
    ['ad-lds', { 'msds-useraccountdisabled': ['TRUE'] }],
    ['ldap', { nsaccountlock: ['true'] }],
    ['ldap', { pwdaccountlockedtime: ['000001010000Z'] }],
  ] as const)('%s %j', (type, state) => {
    expect(mapped({ ...ann, useraccountcontrol: [], ...state }, {}, type).user.active).toBe(false)
  })

  test.each([
    ['ad-lds', {}],
    ['ldap', {}],
    ['ldap', { pwdaccountlockedtime: ['20260101120000Z'] }],
  ] as const)('but not %s %j', (type, state) => {
    expect(mapped({ mail: ['ann@example.com'], ...state }, {}, type).user.active).toBe(true)
  })
})

test('a trace shows where each value came from', () => {
  const mapping = compileMapping({ displayName: 'givenName + " " + sn' }, 'ad-ds', null, {})
  const traces = traceUser(entry({ ...ann, givenname: ['Ann', 'Annie'] }), mapping)
  expect(traces.find((it) => it.attribute === 'displayName')).toEqual({
    attribute: 'displayName',
    origin: 'settings',
    expression: 'givenName + " " + sn',
    inputs: [
      { name: 'givenName', values: ['Ann', 'Annie'] },
      { name: 'sn', values: ['Bell'] },
    ],
    text: 'Ann Bell',
    validated: { kind: 'valid', value: 'Ann Bell' },
  })
  expect(traces.find((it) => it.attribute === 'ds-pwp-account-disabled')?.validated).toEqual({
    kind: 'valid',
    value: 'active',
  })
})

test('no mapping and no entry makes mapping throw', () => {
  const names = ['mail', 'useraccountcontrol', 'sn', 'givenname', 'c', 'manager', 'preferredlanguage', '__proto__']
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('ann@example.com', '512', 'CN=x,', '\\', 'de_DE'),
  )
  const attributes = fc.dictionary(fc.constantFrom(...names), fc.array(text, { maxLength: 2 }))
  const settings = fc.dictionary(fc.constantFrom(...cloudAttributes), arbitraryExpression.map(formatExpression), {
    maxKeys: 4,
  })
  fc.assert(
    fc.property(settings, attributes, (rows, values) => {
      const mapping = compileMapping(rows, 'ad-ds', null, {})
      const result = mapUser(entry(values), mapping)
      expect(traceUser(entry(values), mapping).length).toBe(mapping.rows.length + 1)
      if (result.kind === 'skipped') expect(result.reason.message).toMatch(/\.$/)
      else expect(typeof result.user.values.uid).toBe('string')
    }),
  )
})
