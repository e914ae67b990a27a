import { randomUUID } from 'node:crypto'
import type { Faults } from './faults/faults.ts'
import { keepIgnored, membersIgnored } from './faults/ignoredAttributes.ts'
import { isJsonObject, type JsonObject } from './json.ts'
import type { MemberWriter } from './memberWriter.ts'
import { checkSchemas, normaliseResource } from './normaliseResource.ts'
import { applyPatch } from './patch/applyPatch.ts'
import { type MemberChange, memberIds, splitMemberChanges } from './patch/memberChange.ts'
import { parsePatch } from './patch/patchOperation.ts'
import { attachPictures } from './pictures/pictureItems.ts'
import { takePictures } from './pictures/takePictures.ts'
import type { StoreProfile } from './profile/profile.ts'
import { typeOf } from './profile/typeOf.ts'
import { toRecord } from './resourceRecord.ts'
import { enterpriseUser } from './schema/enterpriseUser.ts'
import type { ResourceKind, ResourceType } from './schema/resourceType.ts'
import { ScimError } from './scimError.ts'
import type { MembershipStorage } from './storage/membershipStorage.ts'
import type { PictureStorage } from './storage/pictureStorage.ts'
import type { ResourceRow } from './storage/resourceRow.ts'
import type { ResourceStorage } from './storage/resourceStorage.ts'

export interface ResourceServiceParts {
  readonly profile: StoreProfile
  readonly resources: ResourceStorage
  readonly memberships: MembershipStorage
  readonly pictures: PictureStorage
  readonly memberWriter: MemberWriter
  readonly faults: Faults
  readonly contactsAtMost: number
}

/** Create, read, replace, patch and delete for users, groups and contacts; every write is one transaction. */
export class ResourceService {
  readonly #parts: ResourceServiceParts

  constructor(parts: ResourceServiceParts) {
    this.#parts = parts
  }

  /** Runs `work` in one transaction around the writes in it. */
  transaction<T>(work: () => T): T {
    return this.#parts.resources.transaction(work)
  }

  /** Throws ScimError 404. */
  read(kind: ResourceKind, id: string): ResourceRow {
    const row = this.#parts.resources.find(kind, id)
    if (row === undefined) throw new ScimError(404, `There is no ${kind} with the id ${id}.`)
    return row
  }

  /** Throws ScimError 400 (invalidSyntax, invalidValue, tooMany for one contact too many) or 409 uniqueness. */
  create(kind: ResourceKind, input: unknown): ResourceRow {
    const { resources } = this.#parts
    const type = this.#type(kind)
    return resources.transaction(() => {
      if (kind === 'Contact') this.#expectRoom()
      const { resource, members } = this.#prepare(type, { active: true, ...checkSchemas(type, input) }, {})
      const row = resources.insert(kind, randomUUID(), toRecord(type, resource), new Date().toISOString())
      this.#changeMembers(row, members === undefined ? [] : [{ kind: 'add', ids: members }])
      return resources.at(row)
    })
  }

  /** PUT. `expected` is the If-Match header. Throws ScimError 400, 404, 409 or 412. */
  replace(kind: ResourceKind, id: string, input: unknown, expected?: string): ResourceRow {
    const { resources } = this.#parts
    const type = this.#type(kind)
    return resources.transaction(() => {
      const before = this.#expect(kind, id, expected)
      const { resource, members } = this.#prepare(type, checkSchemas(type, input), this.#kept(before))
      this.#write(before, type, resource, kind === 'Group' ? [{ kind: 'replace', ids: members ?? [] }] : [])
      return resources.at(before.row)
    })
  }

  /** `expected` is the If-Match header. Throws ScimError 400, 404, 409 or 412; then nothing has changed. */
  patch(kind: ResourceKind, id: string, input: unknown, expected?: string): ResourceRow {
    const { resources } = this.#parts
    const type = this.#type(kind)
    return resources.transaction(() => {
      const before = this.#expect(kind, id, expected)
      const { changes, rest } = splitMemberChanges(type, parsePatch(input))
      const patched = this.#kept(before)
      applyPatch(type, patched, rest)
      const { resource } = this.#prepare(type, patched, this.#kept(before))
      this.#write(before, type, resource, changes)
      return resources.at(before.row)
    })
  }

  /**
   * Deletes a resource, its memberships and, for a user, the manager references to it.
   * `expected` is the If-Match header. Throws ScimError 404 or 412.
   */
  delete(kind: ResourceKind, id: string, expected?: string): void {
    const { resources, memberships } = this.#parts
    resources.transaction(() => {
      const row = this.#expect(kind, id, expected)
      const now = new Date().toISOString()
      memberships.touchGroupsOf(row.row, now)
      for (const managed of resources.managedBy(id)) this.#clearManager(managed, now)
      resources.delete(row)
    })
  }

  #type(kind: ResourceKind): ResourceType {
    return typeOf(this.#parts.profile, kind)
  }

  /** What is kept of a resource, with its pictures. */
  #kept({ row, body }: ResourceRow): JsonObject {
    const resource: JsonObject = JSON.parse(body)
    const photos = attachPictures(resource.photos, (hash) => this.#parts.pictures.find(row, hash))
    return photos === undefined ? resource : { ...resource, photos }
  }

  #expectRoom(): void {
    const { resources, contactsAtMost } = this.#parts
    if (resources.count('Contact') < contactsAtMost) return
    throw new ScimError(400, `There are ${contactsAtMost} contacts already, which is the limit.`, 'tooMany')
  }

  #expect(kind: ResourceKind, id: string, expected: string | undefined): ResourceRow {
    const row = this.read(kind, id)
    if (this.#parts.profile.etag === 'absent' || expected === undefined || expected.trim() === '*') return row
    const tags = expected.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
    if (!tags.includes(`"${row.version}"`)) {
      throw new ScimError(412, `The ${kind} has changed: its version is W/"${row.version}", not ${expected}.`)
    }
    return row
  }

  #prepare(
    type: ResourceType,
    input: JsonObject,
    before: JsonObject,
  ): { resource: JsonObject; members: readonly string[] | undefined } {
    const { profile, faults } = this.#parts
    const { members, ...resource } = normaliseResource(type, input)
    profile.checkResource(type, resource)
    return {
      resource: takePictures(profile.pictures, keepIgnored(faults, resource, before), before),
      members: members === undefined ? undefined : memberIds(members),
    }
  }

  #write(before: ResourceRow, type: ResourceType, resource: JsonObject, changes: readonly MemberChange[]): void {
    const { resources } = this.#parts
    const record = toRecord(type, resource)
    const now = new Date().toISOString()
    const changed = this.#changeMembers(before.row, changes)
    if (record.body !== before.body) resources.update(before.row, record, now)
    else if (changed > 0) resources.touch(before.row, now)
  }

  #changeMembers(groupRow: number, changes: readonly MemberChange[]): number {
    const { memberWriter, faults } = this.#parts
    if (membersIgnored(faults)) return 0
    return changes.reduce((changed, change) => changed + memberWriter.apply(groupRow, change), 0)
  }

  #clearManager(managed: ResourceRow, now: string): void {
    const type = this.#type(managed.kind)
    const user = this.#kept(managed)
    const enterprise = user[enterpriseUser.id]
    if (isJsonObject(enterprise)) delete enterprise.manager
    this.#parts.resources.update(managed.row, toRecord(type, normaliseResource(type, user)), now)
  }
}
