import fc from 'fast-check'
import type { UserValues, ValueAttribute } from '../../../../app/model/resource.ts'
import type { Profile } from '../../../../app/target/scim/profile/profile.ts'
import { holdsEmployeeType } from '../../../../app/target/scim/profile/userType.ts'

const text = fc.string({ minLength: 1, maxLength: 12 })
const word = fc.stringMatching(/^[A-Za-z0-9"\\äé]{1,8}$/)
/** Without quotes and backslashes: scim-patch cannot take them in a value path, escaped or not. */
const plain = fc.stringMatching(/^[A-Za-z0-9.'+äé]{1,8}$/)
const address = fc.tuple(plain, plain).map(([local, domain]) => `${local}@${domain}.example`)
const letters = (length: number) => fc.stringMatching(new RegExp(`^[a-z]{${length}}$`))
const language = fc
  .tuple(letters(2), fc.option(letters(2)))
  .map(([code, region]) => (region === null ? code : `${code}-${region.toUpperCase()}`))

function arbitraryOf(attribute: ValueAttribute): fc.Arbitrary<string> {
  switch (attribute) {
    case 'uid':
      return fc.oneof(address, word)
    case 'emails;type-work':
      return address
    case 'preferredLanguage':
    case 'locale':
      return language
    case 'c':
      return letters(2).map((code) => code.toUpperCase())
    case 'room':
      return fc.constant('room')
    case 'employeeType':
      return text.filter((value) => value.toLowerCase() !== 'room')
    default:
      return text
  }
}

/** Values in canonical form: always a uid, and some of the profile's other attributes. */
export function userValues(profile: Profile): fc.Arbitrary<UserValues> {
  const model = Object.fromEntries([...profile.places.keys()].map((attribute) => [attribute, arbitraryOf(attribute)]))
  const values = fc.record(model, { requiredKeys: ['uid'] }) as fc.Arbitrary<UserValues>
  // Where both lie in userType, a room has no employee type.
  if (!holdsEmployeeType(profile)) return values
  return values.map(({ employeeType, ...others }) =>
    others.room === undefined && employeeType !== undefined ? { ...others, employeeType } : others,
  )
}
