import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts'
import { ContactError } from './contactError.ts'
import { contactSchema } from './contactFields.ts'
import type { ContactService } from './contactService.ts'

/** Contacts per request. */
const maximum = 100

interface FailedContact {
  /** The position in the request, from 0, as text. */
  readonly id: string
  readonly errorMessage: string
  readonly errorCode: string
  readonly statusCode: number
}

export interface ContactBulkAnswer {
  /** In the order of the request; null where it failed. */
  readonly contacts: readonly (JsonObject | null)[]
  readonly failedContacts: readonly FailedContact[]
}

function listIn(body: unknown, name: string): readonly JsonValue[] {
  const list = isJsonObject(body) && body.schemas === contactSchema ? body[name] : undefined
  if (Array.isArray(list)) return list
  throw new ContactError(400, 'invalid.value', `The body must hold schemas, the text ${contactSchema}, and ${name}.`)
}

function run(service: ContactService, input: JsonValue): JsonObject {
  const contactId = isJsonObject(input) ? (input.contactId ?? null) : null
  return contactId === null ? service.create(input) : service.update(String(contactId), input)
}

/**
 * Creates contacts, and updates those with a `contactId`; each succeeds or fails by itself. The answer has the shape of
 * the published example: `contacts` is as long as the request, and a failure is named by its position in it.
 * Throws ContactError 400 for a request that is refused as a whole.
 */
export function saveContacts(service: ContactService, body: unknown): ContactBulkAnswer {
  const inputs = listIn(body, 'contacts')
  if (inputs.length > maximum) {
    throw new ContactError(400, 'too.many', `${inputs.length} contacts are too many: the limit is ${maximum}.`)
  }
  const failedContacts: FailedContact[] = []
  const contacts = service.transaction(() =>
    inputs.map((input, index) => {
      try {
        return run(service, input)
      } catch (error) {
        if (!(error instanceof ContactError)) throw error
        const { message: errorMessage, code: errorCode, status: statusCode } = error
        failedContacts.push({ id: String(index), errorMessage, errorCode, statusCode })
        return null
      }
    }),
  )
  return { contacts, failedContacts }
}

/** Deletes the contacts of `objectIds` that are there. Throws ContactError 400. */
export function deleteContacts(service: ContactService, body: unknown): void {
  service.deleteAll(listIn(body, 'objectIds').map(String))
}
