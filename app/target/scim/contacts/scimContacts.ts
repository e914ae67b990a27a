import { jsonOf } from '../http/getJson.ts'
import { type JsonObject, jsonNumber, jsonText } from '../jsonObject.ts'
import type { Collection } from '../profile/collection.ts'
import { readEmails } from '../profile/readValues.ts'
import { toScimResource } from '../profile/toScimUser.ts'
import { findResources } from '../read/findResources.ts'
import { get } from '../read/get.ts'
import { listPages } from '../read/listPages.ts'
import { readById } from '../read/readById.ts'
import type { Store } from '../store.ts'
import { deleteResource } from '../write/deleteResource.ts'
import { resourceUpdate, updateResource } from '../write/updateResource.ts'
import type { Contacts } from './contacts.ts'

/** Contacts as a SCIM resource type of their own. */
export function scimContacts(store: Store, collection: Collection): Contacts {
  const { path, schema, layout, attributes } = collection
  const { client, pageSize, features } = store
  return {
    attributes,
    atMost: null,
    layout,
    pages: () => listPages(store, { path, pageSize, paging: features.paging }),
    find: (names) =>
      findResources(store, { path, pageSize, attributes: ['emails.value', 'displayName'], textsOf: namesOf }, names),
    read: (id) => readById(store, path, id),
    async count() {
      const empty = await get(store, `${path}?startIndex=1&count=0`)
      const isRefused = empty.kind === 'answer' && empty.status === 400
      const answer = isRefused ? await get(store, `${path}?startIndex=1&count=1`) : empty
      const total = jsonNumber(jsonOf(answer, path, client.place).totalResults)
      if (total !== null) return total
      let counted = 0
      for await (const page of this.pages()) counted += page.length
      return counted
    },
    body: (values) => toScimResource(layout, schema, values),
    create: (body, beforeRepeat) => client.send({ method: 'POST', path, body, beforeRepeat }),
    update: (write, history) => updateResource(store, resourceUpdate(collection, write), history),
    delete: (id) => deleteResource(store, path, id),
  }
}

/** What a contact holds under a filter attribute, in lower case. */
function namesOf(attribute: string, contact: JsonObject): readonly string[] {
  const texts = attribute === 'displayName' ? [jsonText(contact.displayName) ?? ''] : readEmails(contact)
  return texts.map((text) => text.toLowerCase())
}
