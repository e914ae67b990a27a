import { z } from 'zod'
import { canonicalCloudAttribute } from '../../app/model/canonicalCloudAttribute.ts'
import { cloudAttributes } from '../../app/model/cloudAttribute.ts'
import { settingsSchema } from '../../app/settings/schema.ts'

const mappingSchema = settingsSchema.shape.mapping

test.each([
  ['emails;type=work', 'emails;type-work'],
  ['emails;type-work', 'emails;type-work'],
  ['SipAddresses;type-enterprise', 'sipAddresses;type=enterprise'],
  ['DISPLAYNAME', 'displayName'],
  ['ds-pwp-account-disabled', 'ds-pwp-account-disabled'],
  ['emails', null],
  ['nickName', null],
  ['', null],
])('%s is %s', (name, expected) => {
  expect(canonicalCloudAttribute(name)).toBe(expected)
})

test('every canonical name is its own', () => {
  for (const name of cloudAttributes) expect(canonicalCloudAttribute(name)).toBe(name)
})

describe('the mapping in the settings', () => {
  test('accepts both spellings of a type and keeps the canonical one', () => {
    expect(
      mappingSchema.parse({ 'emails;type=work': 'userPrincipalName', 'sipAddresses;type-enterprise': null }),
    ).toEqual({
      'emails;type-work': 'userPrincipalName',
      'sipAddresses;type=enterprise': null,
    })
  })

  test('refuses the same row in both spellings', () => {
    const result = mappingSchema.safeParse({ 'emails;type=work': 'mail', 'emails;type-work': 'sn' })
    expect(result.error?.issues[0]?.message).toContain('emails;type-work stands here twice')
  })

  test('refuses a name that is no cloud attribute', () => {
    expect(mappingSchema.safeParse({ nickName: 'cn' }).error?.issues[0]).toMatchObject({
      code: 'unrecognized_keys',
      keys: ['nickName'],
    })
  })

  test('is published with every name that it accepts', () => {
    const published = JSON.stringify(z.toJSONSchema(mappingSchema, { io: 'input' }))
    for (const name of [...cloudAttributes, 'emails;type=work', 'sipAddresses;type-enterprise']) {
      expect(published).toContain(`"${name}"`)
    }
    expect(() => z.toJSONSchema(mappingSchema, { io: 'output' })).not.toThrow()
  })

  test('is empty when it is not there', () => {
    expect(mappingSchema.parse(undefined)).toEqual({})
  })
})
