import type { JsonObject } from './json.ts'
import type { StoreProfile } from './profile/profile.ts'
import { isWanted, keepsText, type Projection, project } from './projection.ts'
import type { MembershipStorage } from './storage/membershipStorage.ts'
import type { ResourceRow } from './storage/resourceRow.ts'

const json = JSON.stringify

/** Makes the JSON text of resources out of their rows, mostly by joining texts. */
export class Renderer {
  readonly #profile: StoreProfile
  readonly #memberships: MembershipStorage
  readonly #baseUrl: () => string

  /** `baseUrl` is the SCIM base without a final slash; asked for each time, as the port is known only later. */
  constructor(profile: StoreProfile, memberships: MembershipStorage, baseUrl: () => string) {
    this.#profile = profile
    this.#memberships = memberships
    this.#baseUrl = baseUrl
  }

  location({ kind, id }: Pick<ResourceRow, 'kind' | 'id'>): string {
    return `${this.#baseUrl()}${this.#profile.types[kind].endpoint}/${id}`
  }

  /** The entity tag, or undefined on a store without. */
  etag({ version }: ResourceRow): string | undefined {
    return this.#profile.etag === 'served' ? `W/"${version}"` : undefined
  }

  /** The resource as JSON text, as far as the projection wants it. */
  text(row: ResourceRow, projection: Projection): string {
    const parts = [`{"id":${json(row.id)},${row.body.slice(1, -1)}`]
    if (row.kind === 'Group' && this.#profile.members === 'inline' && isWanted(projection, 'members')) {
      parts.push(...this.#members(row))
    }
    if (row.kind === 'User' && isWanted(projection, 'groups')) parts.push(...this.#groups(row))
    parts.push(`"meta":${this.#meta(row)}}`)
    const text = parts.join(',')
    return keepsText(projection) ? text : json(project(JSON.parse(text), projection))
  }

  /** The resource as a value with everything that a filter or a sort can ask for. */
  value(row: ResourceRow, projection: Projection): JsonObject {
    return JSON.parse(this.text(row, projection))
  }

  #meta(row: ResourceRow): string {
    const etag = this.etag(row)
    const version = etag === undefined ? '' : `,"version":${json(etag)}`
    return `{"resourceType":"${row.kind}","created":"${row.created}","lastModified":"${row.modified}","location":${json(this.location(row))}${version}}`
  }

  #members({ row }: ResourceRow): readonly string[] {
    const members = this.#memberships.members(row)
    if (members.length === 0) return []
    const base = this.#baseUrl()
    const { types } = this.#profile
    const texts = members.map(
      ({ id, kind }) => `{"value":"${id}","$ref":"${base}${types[kind].endpoint}/${id}","type":"${kind}"}`,
    )
    return [`"members":[${texts.join(',')}]`]
  }

  #groups({ row }: ResourceRow): readonly string[] {
    const groups = this.#memberships.groupsOf(row)
    if (groups.length === 0) return []
    const texts = groups.map(({ id, kind, display }) =>
      json({ value: id, $ref: this.location({ kind, id }), display, type: 'direct' }),
    )
    return [`"groups":[${texts.join(',')}]`]
  }
}
