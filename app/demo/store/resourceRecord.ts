import { isJsonObject, type JsonObject } from './json.ts'
import { detachPictures } from './pictures/pictureItems.ts'
import { enterpriseUser } from './schema/enterpriseUser.ts'
import type { ResourceType } from './schema/resourceType.ts'
import type { ResourceRecord } from './storage/resourceRow.ts'

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** What is written of a normalised resource (without members). */
export function toRecord(type: ResourceType, resource: JsonObject): ResourceRecord {
  const enterprise = resource[enterpriseUser.id]
  const manager = isJsonObject(enterprise) && isJsonObject(enterprise.manager) ? enterprise.manager.value : null
  const emails = Array.isArray(resource.emails) ? resource.emails : []
  const { resource: kept, pictures } = detachPictures(resource)
  return {
    nameKey: String(resource[type.nameAttribute] ?? '').toLowerCase(),
    externalId: textOf(resource.externalId),
    managerId: textOf(manager),
    emailKeys: emails.flatMap((email) =>
      isJsonObject(email) && typeof email.value === 'string' ? [email.value.toLowerCase()] : [],
    ),
    body: JSON.stringify(kept),
    pictures,
  }
}
