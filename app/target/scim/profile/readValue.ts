import { assertNever } from '../../../model/assertNever.ts'
import { type JsonObject, jsonObject, jsonObjects, jsonText } from '../jsonObject.ts'
import type { Place } from './place.ts'
import { isRoomType } from './userType.ts'

/** The value of a resource at a place, in canonical form; null when there is none. */
export function readValue(place: Place, resource: JsonObject): string | null {
  switch (place.kind) {
    case 'user-name':
      return jsonText(resource.userName)
    case 'main-email':
      return jsonText(primaryEmail(resource)?.value)
    case 'user-type': {
      const userType = jsonText(resource.userType)
      if (place.holds === 'room') return isRoomType(userType) ? 'room' : null
      return isRoomType(userType) ? null : userType
    }
    case 'further-email':
      return jsonText(furtherWorkEmail(resource)?.value)
    case 'single': {
      let holder: unknown = place.schema === null ? resource : resource[place.schema]
      for (const name of place.path) holder = jsonObject(holder)?.[name]
      const text = jsonText(holder)
      return text === null ? null : (place.spelling?.fromStore(text) ?? text)
    }
    case 'item': {
      const holder = place.schema === null ? resource : jsonObject(resource[place.schema])
      for (const candidate of jsonObjects(holder?.[place.list])) {
        const text = hasType(candidate, place.type) ? jsonText(candidate[place.field]) : null
        if (text !== null) return place.spelling?.fromStore(text) ?? text
      }
      return null
    }
    case 'texts': {
      const list = jsonObject(resource[place.schema])?.[place.name]
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

/**
 * The e-mail that stands for the uid: the one marked primary, else the one that equals userName. A resource without
 * userName has the first that is not marked as a further one.
 */
export function primaryEmail(resource: JsonObject): JsonObject | null {
  const emails = jsonObjects(resource.emails)
  const userName = jsonText(resource.userName)?.toLowerCase()
  return (
    emails.find((email) => email.primary === true) ??
    emails.find((email) =>
      userName === undefined ? email.primary !== false : jsonText(email.value)?.toLowerCase() === userName,
    ) ??
    null
  )
}

/** The first work e-mail besides the primary one. */
export function furtherWorkEmail(resource: JsonObject): JsonObject | null {
  const primary = primaryEmail(resource)
  return jsonObjects(resource.emails).find((email) => email !== primary && hasType(email, 'work')) ?? null
}
