import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts'
import { changeItems } from './changeItems.ts'
import { ContactError } from './contactError.ts'
import { addressFields, choiceFields, contactSchema, listFields, textFields } from './contactFields.ts'
import { type ContactItem, itemsOf, readItem } from './contactItem.ts'

function wrong(place: string, wanted: string): ContactError {
  return new ContactError(400, 'invalid.value', `${place} must be ${wanted}.`)
}

function isCleared(value: JsonValue): boolean {
  return value === null || value === ''
}

function textOf(place: string, value: JsonValue): string {
  if (typeof value !== 'string') throw wrong(place, 'a text')
  return value
}

function choiceOf(place: string, choices: readonly string[], value: JsonValue): string {
  const chosen = choices.find((choice) => choice === value)
  if (chosen === undefined) throw wrong(place, `one of ${choices.join(', ')}`)
  return chosen
}

function addressOf(value: JsonValue, before: JsonValue | undefined): JsonObject {
  if (!isJsonObject(value)) throw wrong('addressInfo', 'an object')
  const address: JsonObject = isJsonObject(before) ? { ...before } : {}
  for (const name of addressFields) {
    const part = value[name]
    if (part === undefined) continue
    if (isCleared(part)) delete address[name]
    else address[name] = textOf(`addressInfo.${name}`, part)
  }
  return address
}

function listOf(field: string, types: readonly string[], value: JsonValue, before: JsonObject): readonly ContactItem[] {
  if (!Array.isArray(value)) throw wrong(field, 'an array')
  const changes = value.map((item, index) => readItem(field, index, types, item))
  return changeItems(itemsOf(before, field), changes)
}

/**
 * The contact after a creation (`before` is empty) or an update; what the request does not name stays. In texts, words
 * and `addressInfo` null and "" clear; `source` falls back to CH. A list is cleared by null, and changed item by item
 * otherwise (see `changeItems`). Unknown fields are dropped. Throws ContactError 400.
 */
export function changeContact(before: JsonObject, input: unknown): JsonObject {
  if (!isJsonObject(input)) throw wrong('The body', 'a JSON object')
  const { schemas = contactSchema } = input
  if (schemas !== contactSchema) throw wrong('schemas', `the text ${contactSchema}`)
  const contact: JsonObject = { ...before }
  const set = (name: string, read: (value: JsonValue) => JsonValue) => {
    const value = input[name]
    if (value === undefined) return
    const kept = isCleared(value) ? undefined : read(value)
    const isEmpty = kept === undefined || (typeof kept === 'object' && Object.keys(kept ?? {}).length === 0)
    if (isEmpty) delete contact[name]
    else contact[name] = kept
  }
  for (const name of textFields) set(name, (value) => textOf(name, value))
  for (const [name, choices] of Object.entries(choiceFields)) set(name, (value) => choiceOf(name, choices, value))
  set('addressInfo', (value) => addressOf(value, before.addressInfo))
  for (const [name, types] of Object.entries(listFields)) {
    set(name, (value) => listOf(name, types, value, before).map((item) => ({ ...item })))
  }
  return { ...contact, source: contact.source ?? 'CH' }
}

/**
 * What a new contact must have: an address of some kind, or a name when it comes from Webex for BroadWorks.
 * Throws ContactError 400.
 */
export function checkNewContact(contact: JsonObject): void {
  if (contact.source === 'CH') {
    const reachable = ['emails', 'phoneNumbers', 'sipAddresses'].some((name) => contact[name] !== undefined)
    if (reachable) return
    throw new ContactError(
      400,
      'missing.address',
      'At least one of emails, phoneNumbers and sipAddresses is required to create a contact.',
    )
  }
  if (contact.displayName === undefined) {
    throw new ContactError(400, 'missing.name', 'displayName is required to create a contact of this source.')
  }
}
