import { assertNever } from '../../../model/assertNever.ts'
import { type JsonObject, jsonObject, jsonObjects, jsonText } from '../jsonObject.ts'
import type { Place } from './place.ts'

/** The value of a SCIM user at a place, in canonical form; null when there is none. */
export function readValue(place: Place, user: JsonObject): string | null {
  switch (place.kind) {
    case 'user-name':
      return jsonText(user.userName)
    case 'further-email':
      return jsonText(furtherWorkEmail(user)?.value)
    case 'single': {
      let holder: unknown = place.schema === null ? user : user[place.schema]
      for (const name of place.path) holder = jsonObject(holder)?.[name]
      const text = jsonText(holder)
      return text === null ? null : (place.spelling?.fromStore(text) ?? text)
    }
    case 'item': {
      const holder = place.schema === null ? user : jsonObject(user[place.schema])
      for (const candidate of jsonObjects(holder?.[place.list])) {
        const text = hasType(candidate, place.type) ? jsonText(candidate[place.field]) : null
        if (text !== null) return place.spelling?.fromStore(text) ?? text
      }
      return null
    }
    case 'texts': {
      const list = jsonObject(user[place.schema])?.[place.name]
      return jsonText(Array.isArray(list) ? list[0] : list)
    }
    default:
      return assertNever(place)
  }
}

/** Types are compared without case: stores write `work`, `Work` and `WORK`. */
export function hasType(candidate: JsonObject, type: string): boolean {
  return typeof candidate.type === 'string' && candidate.type.toLowerCase() === type
}

/** The e-mail that stands for the uid: the one marked primary, else the one that equals userName. */
export function primaryEmail(user: JsonObject): JsonObject | null {
  const emails = jsonObjects(user.emails)
  const userName = jsonText(user.userName)?.toLowerCase()
  return (
    emails.find((email) => email.primary === true) ??
    emails.find((email) => jsonText(email.value)?.toLowerCase() === userName) ??
    null
  )
}

/** The first work e-mail besides the primary one. */
export function furtherWorkEmail(user: JsonObject): JsonObject | null {
  const primary = primaryEmail(user)
  return jsonObjects(user.emails).find((email) => email !== primary && hasType(email, 'work')) ?? null
}
