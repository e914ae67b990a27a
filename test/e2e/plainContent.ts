import type { Resource, StoreContent } from './readStore.ts'

/** A user or group with everything that the store itself makes taken away, and references as names. */
export type PlainResource = Readonly<Record<string, unknown>>

export interface PlainContent {
  /** By userName in lower case. */
  readonly users: ReadonlyMap<string, PlainResource>
  /** By displayName. */
  readonly groups: ReadonlyMap<string, PlainResource>
}

export const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
export const extension = 'urn:ietf:params:scim:schemas:extension:directory-connector:2.0:User'

/** The store's content in a form that can be compared with what a directory says it must be. */
export function plainContent({ users, groups }: StoreContent): PlainContent {
  const nameOfId = new Map<string, string>()
  for (const user of users) nameOfId.set(user.id, String(user.userName))
  for (const group of groups) nameOfId.set(group.id, String(group.displayName))
  return {
    users: new Map(users.map((user) => [String(user.userName).toLowerCase(), plainUser(user, nameOfId)])),
    groups: new Map(groups.map((group) => [String(group.displayName), plainGroup(group, nameOfId)])),
  }
}

function plainUser(user: Resource, nameOfId: ReadonlyMap<string, string>): PlainResource {
  const { id: _id, meta: _meta, schemas: _schemas, groups: _groups, ...plain } = user
  const { manager, ...work } = (plain[enterprise] ?? {}) as { readonly manager?: { readonly value: string } }
  const managed = manager ? { manager: nameOfId.get(manager.value) ?? `nobody has the id ${manager.value}` } : {}
  return withoutEmpty({
    ...plain,
    phoneNumbers: byType(plain.phoneNumbers),
    emails: byType(plain.emails),
    [enterprise]: withoutEmpty({ ...work, ...managed }),
  })
}

function plainGroup(group: Resource, nameOfId: ReadonlyMap<string, string>): PlainResource {
  const members = (group.members ?? []) as readonly { readonly value: string; readonly type?: string }[]
  return {
    displayName: group.displayName,
    members: members.map(({ value, type }) => `${type} ${nameOfId.get(value) ?? `with the id ${value}`}`).sort(),
  }
}

function byType(list: unknown): unknown {
  if (!Array.isArray(list)) return undefined
  return list.toSorted((left, right) => String(left.type).localeCompare(String(right.type)))
}

/** The object without the keys that say nothing: undefined, empty objects, empty lists. */
export function withoutEmpty(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => !isEmpty(value)))
}

function isEmpty(value: unknown): boolean {
  if (value === undefined) return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
