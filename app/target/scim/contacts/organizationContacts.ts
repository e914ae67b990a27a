import { jsonOf } from '../http/getJson.ts'
import { type JsonObject, jsonNumber, jsonObjects, jsonText } from '../jsonObject.ts'
import { readEmails } from '../profile/readValues.ts'
import { toScimResource } from '../profile/toScimUser.ts'
import { concurrently } from '../read/concurrently.ts'
import type { ListAnswer } from '../read/fetchList.ts'
import { walkPages } from '../read/listPages.ts'
import type { Store } from '../store.ts'
import { done, failed, isSuccess } from '../write/writeResult.ts'
import type { Contacts } from './contacts.ts'
import { organizationContactLayout, organizationContactSchema } from './organizationContactLayout.ts'
import { readOrganizationContact, sendToContacts, withId } from './organizationContactRequests.ts'
import { updateOrganizationContact } from './updateOrganizationContact.ts'

const contactsAtMost = 30_000

/** The contacts of a Webex organization, whose interface stands beside its SCIM service on the same server. */
export function organizationContacts(store: Store): Contacts {
  const { client, pageSize, concurrency } = store
  const attributes = new Set(organizationContactLayout.places.keys())

  async function search(keyword: string, start: number, limit: number): Promise<ListAnswer> {
    const query = `keyword=${encodeURIComponent(keyword)}&start=${start}&limit=${limit}`
    const answer = await sendToContacts(store, { method: 'GET', path: `/search?${query}` })
    const body = jsonOf(answer, 'contacts/search', client.place)
    return {
      resources: jsonObjects(body.result).map(withId),
      totalResults: jsonNumber(body.total),
      nextCursor: null,
    }
  }

  function pages(keyword: string): AsyncGenerator<readonly JsonObject[]> {
    return walkPages(
      (start, count) => search(keyword, start.kind === 'index' ? start.startIndex - 1 : 0, count),
      { path: 'contacts/search', pageSize, paging: 'index' },
      client.place,
    )
  }

  async function named(name: string): Promise<readonly JsonObject[]> {
    const hits: JsonObject[] = []
    for await (const page of pages(name)) hits.push(...page.filter((contact) => hasName(contact, name)))
    return hits
  }

  return {
    attributes,
    atMost: contactsAtMost,
    layout: organizationContactLayout,
    pages: () => pages(''),
    async *find(names) {
      for await (const hits of concurrently([...new Set(names)], concurrency, named)) if (hits.length > 0) yield hits
    },
    read: (id) => readOrganizationContact(store, id),
    async count() {
      const { totalResults } = await search('', 0, 1)
      if (totalResults !== null) return totalResults
      let counted = 0
      for await (const page of pages('')) counted += page.length
      return counted
    },
    body: (values) => ({
      ...toScimResource(organizationContactLayout, organizationContactSchema, values),
      schemas: organizationContactSchema,
      source: 'CH',
    }),
    create: (body, beforeRepeat) => sendToContacts(store, { method: 'POST', path: '', body, beforeRepeat }),
    update: (write, history) => updateOrganizationContact(store, write, history),
    async delete(id) {
      const answer = await sendToContacts(store, { method: 'DELETE', path: `/${encodeURIComponent(id)}` })
      if (isSuccess(answer) || (answer.kind === 'answer' && answer.status === 404)) return done(id, [], answer.retries)
      return failed(answer, `delete ${id}`)
    },
  }
}

function hasName(contact: JsonObject, name: string): boolean {
  const wanted = name.toLowerCase()
  return [jsonText(contact.displayName) ?? '', ...readEmails(contact)].some((text) => text.toLowerCase() === wanted)
}
