import type { UserValues, ValueAttribute } from '../../../model/resource.ts'
import type { JsonObject } from '../jsonObject.ts'
import type { Profile } from './profile.ts'
import { readValue } from './readValue.ts'

const withoutCase: ReadonlySet<ValueAttribute> = new Set(['uid', 'emails;type-work', 'connectorDomain'])

/** Compared without case: uid, e-mail addresses and names of domains. Anything else is compared exactly, in canonical form. */
export function isSameValue(attribute: ValueAttribute, left: string | null, right: string | null): boolean {
  if (left === right) return true
  if (left === null || right === null) return false
  return withoutCase.has(attribute) && left.toLowerCase() === right.toLowerCase()
}

/** Attributes that were sent and are not in the user as the store answered it; `active` when that did not stick. */
export function ignoredAttributes(
  profile: Profile,
  sent: { readonly active?: boolean; readonly values: UserValues },
  user: JsonObject,
): string[] {
  const ignored: string[] = []
  for (const attribute of Object.keys(sent.values) as ValueAttribute[]) {
    const place = profile.places.get(attribute)
    const wanted = place?.kind === 'single' || place?.kind === 'item' ? place.spelling : undefined
    const value = sent.values[attribute] || null
    const canonical = value === null ? null : (wanted?.fromStore(value) ?? value)
    if (place === undefined || !isSameValue(attribute, canonical, readValue(place, user))) ignored.push(attribute)
  }
  if (sent.active !== undefined && (user.active !== false) !== sent.active) ignored.push('active')
  return ignored
}
