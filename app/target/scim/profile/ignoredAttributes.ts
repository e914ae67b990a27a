import type { UserValues, ValueAttribute } from '../../../model/resource.ts'
import type { JsonObject } from '../jsonObject.ts'
import type { Layout } from './layout.ts'
import { readValue } from './readValue.ts'

const withoutCase: ReadonlySet<ValueAttribute> = new Set(['uid', 'emails;type-work', 'connectorDomain'])

/** Compared without case: uid, e-mail addresses and names of domains. Anything else is compared exactly, in canonical form. */
export function isSameValue(attribute: ValueAttribute, left: string | null, right: string | null): boolean {
  if (left === right) return true
  if (left === null || right === null) return false
  return withoutCase.has(attribute) && left.toLowerCase() === right.toLowerCase()
}

/** Attributes that were sent and are not in the resource as the store answered it; `active` when that did not stick. */
export function ignoredAttributes(
  layout: Layout,
  sent: { readonly active?: boolean; readonly values: UserValues },
  resource: JsonObject,
): string[] {
  const ignored: string[] = []
  for (const attribute of Object.keys(sent.values) as ValueAttribute[]) {
    const place = layout.places.get(attribute)
    const wanted = place?.kind === 'single' || place?.kind === 'item' ? place.spelling : undefined
    const value = sent.values[attribute] || null
    const canonical = value === null ? null : (wanted?.fromStore(value) ?? value)
    if (place === undefined || !isSameValue(attribute, canonical, readValue(place, resource))) ignored.push(attribute)
  }
  if (sent.active !== undefined && (resource.active !== false) !== sent.active) ignored.push('active')
  return ignored
}
