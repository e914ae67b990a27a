import { assertNever } from '../../../model/assertNever.ts'
import type { UserValues } from '../../../model/resource.ts'
import type { JsonObject } from '../jsonObject.ts'
import { coreUserSchema } from '../schemaUrns.ts'
import type { Layout } from './layout.ts'
import type { Place } from './place.ts'
import { userTypeAfter } from './userType.ts'

type Draft = Record<string, unknown>

/** The body that creates a user. Attributes without a value are left out. */
export function toScimUser(
  layout: Layout,
  create: { readonly active: boolean; readonly values: UserValues },
): JsonObject {
  return { ...toScimResource(layout, coreUserSchema, create.values), active: create.active }
}

/** The body that creates a resource of a schema. */
export function toScimResource(layout: Layout, schema: string, values: UserValues): JsonObject {
  const schemas = [schema]
  const resource: Draft = { schemas }
  const userType = userTypeAfter(layout, layout.userType, values)
  if (userType !== null) resource.userType = userType
  for (const [attribute, place] of layout.places) {
    const value = values[attribute]
    if (value === undefined || value === null || value === '') continue
    putValue(resource, place, value)
    const extension = 'schema' in place ? place.schema : null
    if (extension !== null && !schemas.includes(extension)) schemas.push(extension)
  }
  return resource
}

function putValue(resource: Draft, place: Place, value: string): void {
  switch (place.kind) {
    case 'user-name':
      resource.userName = value
      if (isEmailAddress(value)) listIn(resource, 'emails').unshift(workEmail(value, 'primary'))
      return
    case 'main-email':
      listIn(resource, 'emails').unshift(workEmail(value, 'primary'))
      return
    case 'user-type':
      // Two attributes can share it: `userTypeAfter` has settled it.
      return
    case 'further-email':
      listIn(resource, 'emails').push(workEmail(value, 'further'))
      return
    case 'single': {
      let holder = place.schema === null ? resource : draftIn(resource, place.schema)
      for (const name of place.path.slice(0, -1)) holder = draftIn(holder, name)
      holder[place.path.at(-1) ?? ''] = place.spelling?.toStore(value) ?? value
      return
    }
    case 'item': {
      const holder = place.schema === null ? resource : draftIn(resource, place.schema)
      const list = listIn(holder, place.list)
      const spelled = place.spelling?.toStore(value) ?? value
      const existing = list.find((candidate) => candidate.type === place.type)
      if (existing === undefined) list.push({ type: place.type, [place.field]: spelled })
      else existing[place.field] = spelled
      return
    }
    case 'texts':
      draftIn(resource, place.schema)[place.name] = [value]
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
