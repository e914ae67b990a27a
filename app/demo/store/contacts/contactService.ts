import { randomUUID } from 'node:crypto'
import type { Faults } from '../faults/faults.ts'
import { keepIgnored } from '../faults/ignoredAttributes.ts'
import type { JsonObject } from '../json.ts'
import { changeContact, checkNewContact } from './changeContact.ts'
import { ContactError } from './contactError.ts'
import { contactSchema } from './contactFields.ts'
import { itemsOf } from './contactItem.ts'
import type { ContactQuery, ContactRecord, ContactRow, ContactStorage } from './contactStorage.ts'

export interface ContactServiceParts {
  readonly storage: ContactStorage
  readonly faults: Faults
  readonly orgId: string
  readonly contactsAtMost: number
}

/** One page of a search; `start` counts from 0. */
export interface ContactPage {
  readonly result: readonly JsonObject[]
  readonly start: number
  readonly limit: number
  readonly total: number
}

/** Create, read, update, delete and search for the contacts of an organization; every write is one transaction. */
export class ContactService {
  readonly #parts: ContactServiceParts

  constructor(parts: ContactServiceParts) {
    this.#parts = parts
  }

  /** Runs `work` in one transaction around the writes in it. */
  transaction<T>(work: () => T): T {
    return this.#parts.storage.transaction(work)
  }

  /** The contact as it is served. Throws ContactError 400, also for one more than the organization may have. */
  create(input: unknown): JsonObject {
    const { storage, faults, contactsAtMost } = this.#parts
    return storage.transaction(() => {
      const asked = changeContact({}, input)
      checkNewContact(asked)
      if (storage.count() >= contactsAtMost) {
        throw new ContactError(
          400,
          'contacts.limit.exceeded',
          `The organization has ${contactsAtMost} contacts already, which is the limit.`,
        )
      }
      const id = randomUUID()
      storage.insert(id, toRecord(keepIgnored(faults, asked, {})), new Date().toISOString())
      return this.read(id)
    })
  }

  /** Throws ContactError 404. */
  read(id: string): JsonObject {
    return this.#served(this.#find(id))
  }

  /** Throws ContactError 400 or 404; then nothing has changed. */
  update(id: string, input: unknown): JsonObject {
    const { storage, faults } = this.#parts
    return storage.transaction(() => {
      const { body } = this.#find(id)
      const before: JsonObject = JSON.parse(body)
      const record = toRecord(keepIgnored(faults, changeContact(before, input), before))
      if (record.body !== body) storage.update(id, record, new Date().toISOString())
      return this.read(id)
    })
  }

  /** Throws ContactError 404. */
  delete(id: string): void {
    if (!this.#parts.storage.delete(id)) throw notFound(id)
  }

  /** Deletes those of the contacts that are there. */
  deleteAll(ids: readonly string[]): void {
    const { storage } = this.#parts
    storage.transaction(() => {
      for (const id of ids) storage.delete(id)
    })
  }

  search(query: ContactQuery, start: number, limit: number): ContactPage {
    const { rows, total } = this.#parts.storage.search(query, start, limit)
    return { result: rows.map((row) => this.#served(row)), start, limit, total }
  }

  #find(id: string): ContactRow {
    const row = this.#parts.storage.find(id)
    if (row === undefined) throw notFound(id)
    return row
  }

  #served({ id, created, modified, body }: ContactRow): JsonObject {
    return {
      schemas: contactSchema,
      meta: { created, lastModified: modified },
      contactId: id,
      ...JSON.parse(body),
      isMigration: false,
      orgId: this.#parts.orgId,
    }
  }
}

function notFound(id: string): ContactError {
  return new ContactError(404, 'contact.not.found', `There is no contact with the id ${id}.`)
}

function toRecord(contact: JsonObject): ContactRecord {
  const { displayName, firstName, lastName, source } = contact
  const emails = itemsOf(contact, 'emails').map(({ value }) => value)
  const searched = [displayName, firstName, lastName, ...emails].filter((text) => typeof text === 'string')
  return { source: String(source ?? 'CH'), searchKey: searched.join('\n').toLowerCase(), body: JSON.stringify(contact) }
}
