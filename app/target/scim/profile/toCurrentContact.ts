import type { CurrentContact } from '../../../model/resource.ts'
import { type JsonObject, jsonText } from '../jsonObject.ts'
import type { Layout } from './layout.ts'
import type { StoreFeatures } from './profile.ts'
import { readEmails, readValues } from './readValues.ts'
import { versionOf } from './toCurrentUser.ts'

/** A contact in canonical form. */
export function toCurrentContact(
  layout: Layout,
  versions: StoreFeatures['versions'],
  contact: JsonObject,
): CurrentContact {
  return {
    kind: 'contact',
    id: jsonText(contact.id) ?? '',
    version: versionOf(versions, contact),
    values: readValues(layout, contact),
    emails: readEmails(contact),
  }
}
