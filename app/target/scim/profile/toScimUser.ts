import { assertNever } from '../../../model/assertNever.ts'
import type { UserValues } from '../../../model/resource.ts'
import type { JsonObject } from '../jsonObject.ts'
import { coreUserSchema } from '../schemaUrns.ts'
import type { Place } from './place.ts'
import type { Profile } from './profile.ts'

type Draft = Record<string, unknown>

/** The body that creates a user. Attributes without a value are left out. */
export function toScimUser(
  profile: Profile,
  create: { readonly active: boolean; readonly values: UserValues },
): JsonObject {
  const schemas = [coreUserSchema]
  const user: Draft = { schemas }
  if (profile.userType !== null) user.userType = profile.userType
  for (const [attribute, place] of profile.places) {
    const value = create.values[attribute]
    if (value === undefined || value === null || value === '') continue
    putValue(user, place, value)
    const extension = 'schema' in place ? place.schema : null
    if (extension !== null && !schemas.includes(extension)) schemas.push(extension)
  }
  user.active = create.active
  return user
}

function putValue(user: Draft, place: Place, value: string): void {
  switch (place.kind) {
    case 'user-name':
      user.userName = value
      if (isEmailAddress(value)) listIn(user, 'emails').unshift(workEmail(value, 'primary'))
      return
    case 'further-email':
      listIn(user, 'emails').push(workEmail(value, 'further'))
      return
    case 'single': {
      let holder = place.schema === null ? user : draftIn(user, place.schema)
      for (const name of place.path.slice(0, -1)) holder = draftIn(holder, name)
      holder[place.path.at(-1) ?? ''] = place.spelling?.toStore(value) ?? value
      return
    }
    case 'item': {
      const holder = place.schema === null ? user : draftIn(user, place.schema)
      const list = listIn(holder, place.list)
      const spelled = place.spelling?.toStore(value) ?? value
      const existing = list.find((candidate) => candidate.type === place.type)
      if (existing === undefined) list.push({ type: place.type, [place.field]: spelled })
      else existing[place.field] = spelled
      return
    }
    case 'texts':
      draftIn(user, place.schema)[place.name] = [value]
      return
    default:
      assertNever(place)
  }
}

/** A uid can be something else than an address (DC-20); then no e-mail is made of it. */
export function isEmailAddress(value: string): boolean {
  return value.includes('@')
}

export function workEmail(value: string, rank: 'primary' | 'further'): Draft {
  return { value, type: 'work', primary: rank === 'primary' }
}

function draftIn(holder: Draft, name: string): Draft {
  holder[name] ??= {}
  return holder[name] as Draft
}

function listIn(holder: Draft, name: string): Draft[] {
  holder[name] ??= []
  return holder[name] as Draft[]
}
