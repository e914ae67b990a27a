import { isJsonObject, type JsonObject, type JsonValue } from './json.ts'
import { attachPictures } from './pictures/pictureItems.ts'
import { splitPhotos } from './pictures/splitPhotos.ts'
import type { StoreProfile } from './profile/profile.ts'
import { typeOf } from './profile/typeOf.ts'
import { isWanted, keepsText, type Projection, photosShown, project } from './projection.ts'
import type { MembershipStorage } from './storage/membershipStorage.ts'
import type { PictureStorage } from './storage/pictureStorage.ts'
import type { ResourceRow } from './storage/resourceRow.ts'

const json = JSON.stringify

/** Makes the JSON text of resources out of their rows, mostly by joining texts. */
export class Renderer {
  readonly #profile: StoreProfile
  readonly #memberships: MembershipStorage
  readonly #pictures: PictureStorage
  readonly #baseUrl: () => string

  /** `baseUrl` is the SCIM base without a final slash; asked for each time, as the port is known only later. */
  constructor(profile: StoreProfile, memberships: MembershipStorage, pictures: PictureStorage, baseUrl: () => string) {
    this.#profile = profile
    this.#memberships = memberships
    this.#pictures = pictures
    this.#baseUrl = baseUrl
  }

  location({ kind, id }: Pick<ResourceRow, 'kind' | 'id'>): string {
    return `${this.#baseUrl()}${typeOf(this.#profile, kind).endpoint}/${id}`
  }

  /** The entity tag, or undefined on a store without. */
  etag({ version }: ResourceRow): string | undefined {
    return this.#profile.etag === 'served' ? `W/"${version}"` : undefined
  }

  /** The resource as JSON text, as far as the projection wants it. */
  text(row: ResourceRow, projection: Projection): string {
    const { start, photos } = splitPhotos(row.body)
    const parts = [`{"id":${json(row.id)},${start.slice(1)}`]
    if (photos !== undefined) parts.push(...this.#photos(row, photos, projection))
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
    const texts = members.map(({ id, kind }) => {
      const { endpoint } = typeOf(this.#profile, kind)
      return `{"value":"${id}","$ref":"${base}${endpoint}/${id}","type":"${kind}"}`
    })
    return [`"members":[${texts.join(',')}]`]
  }

  #photos({ row }: ResourceRow, text: string, projection: Projection): readonly string[] {
    const shown = photosShown(projection)
    if (shown === 'absent') return []
    const kept: JsonValue = JSON.parse(text)
    const items =
      shown === 'whole'
        ? attachPictures(kept, (hash) => this.#pictures.find(row, hash))
        : withoutValues(attachPictures(kept, () => undefined))
    return [`"photos":${json(items)}`]
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

function withoutValues(items: JsonValue | undefined): readonly JsonValue[] {
  return (Array.isArray(items) ? items.filter(isJsonObject) : []).map(({ value: _, ...rest }) => rest)
}
