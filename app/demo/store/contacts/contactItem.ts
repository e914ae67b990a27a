import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts'
import { ContactError } from './contactError.ts'

/** One e-mail address, phone number, SIP address or messenger account of a contact. */
export interface ContactItem {
  readonly value: string
  readonly type?: string
  readonly primary?: boolean
}

/** An item of a request: to be there afterwards, or not. */
export interface ItemChange {
  readonly item: ContactItem
  readonly kind: 'put' | 'delete'
}

function wrong(place: string, wanted: string): ContactError {
  return new ContactError(400, 'invalid.value', `${place} must be ${wanted}.`)
}

/** Two types are the same without regard to case, as are two missing ones. */
export function isSameType(left: ContactItem, right: ContactItem): boolean {
  return left.type?.toLowerCase() === right.type?.toLowerCase()
}

/** Throws ContactError 400 for anything but `{value, type?, primary?, operation?}` with one of the types. */
export function readItem(field: string, index: number, types: readonly string[], input: JsonValue): ItemChange {
  const place = `${field}[${index}]`
  if (!isJsonObject(input)) throw wrong(place, 'an object')
  const { value, type = null, primary = null, operation = null } = input
  if (typeof value !== 'string' || value === '') throw wrong(`${place}.value`, 'a text')
  if (type !== null && (typeof type !== 'string' || !types.includes(type.toLowerCase()))) {
    throw wrong(`${place}.type`, `one of ${types.join(', ')}`)
  }
  if (primary !== null && typeof primary !== 'boolean') throw wrong(`${place}.primary`, 'true or false')
  if (operation !== null && operation !== 'delete') throw wrong(`${place}.operation`, 'delete')
  const item = { value, ...(type === null ? {} : { type }), ...(primary === null ? {} : { primary }) }
  return { item, kind: operation === null ? 'put' : 'delete' }
}

/** Items as they are kept in a contact's JSON. */
export function itemsOf(contact: JsonObject, field: string): readonly ContactItem[] {
  const items = contact[field]
  return (Array.isArray(items) ? items.filter(isJsonObject) : []).map(({ value, type, primary }) => ({
    value: String(value),
    ...(typeof type === 'string' ? { type } : {}),
    ...(typeof primary === 'boolean' ? { primary } : {}),
  }))
}
