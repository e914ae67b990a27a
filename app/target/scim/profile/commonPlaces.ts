import type { ValueAttribute } from '../../../model/resource.ts'
import { enterpriseUserSchema } from '../schemaUrns.ts'
import { item, type Place, type Spelling, single } from './place.ts'
import { country } from './spelling.ts'

/** The places that all profiles share; `language` is how the store spells languages and locales. */
export function commonPlaces(language: Spelling): readonly (readonly [ValueAttribute, Place])[] {
  return [
    ['uid', { kind: 'user-name' }],
    ['displayName', single(null, 'displayName')],
    ['givenName', single(null, 'name', 'givenName')],
    ['sn', single(null, 'name', 'familyName')],
    ['emails;type-work', { kind: 'further-email' }],
    ['title', single(null, 'title')],
    ['telephoneNumber', item(null, 'phoneNumbers', 'work')],
    ['mobile', item(null, 'phoneNumbers', 'mobile')],
    ['facsimileTelephoneNumber', item(null, 'phoneNumbers', 'fax')],
    ['departmentNumber', single(enterpriseUserSchema, 'department')],
    ['employeeNumber', single(enterpriseUserSchema, 'employeeNumber')],
    ['manager', { ...single(enterpriseUserSchema, 'manager', 'value'), patch: 'whole' }],
    ['o', single(enterpriseUserSchema, 'organization')],
    ['ou', single(enterpriseUserSchema, 'division')],
    ['street', item(null, 'addresses', 'work', 'streetAddress')],
    ['l', item(null, 'addresses', 'work', 'locality')],
    ['st', item(null, 'addresses', 'work', 'region')],
    ['postalCode', item(null, 'addresses', 'work', 'postalCode')],
    ['c', { ...item(null, 'addresses', 'work', 'country'), spelling: country }],
    ['preferredLanguage', { ...single(null, 'preferredLanguage'), spelling: language }],
    ['locale', { ...single(null, 'locale'), spelling: language }],
    ['timezone', single(null, 'timezone')],
    ['jabberID', item(null, 'ims', 'xmpp')],
    ['externalId', single(null, 'externalId')],
  ]
}
