import type { ValueAttribute } from '../../model/resource.ts'
import { discoverContacts } from './discoverContacts.ts'
import { answerError } from './http/answerError.ts'
import type { ScimClient } from './http/scimClient.ts'
import { type JsonObject, jsonNumber, jsonObject, jsonObjects } from './jsonObject.ts'
import type { Place } from './profile/place.ts'
import type { Profile, StoreFeatures } from './profile/profile.ts'
import { hasWritable, pathOf, type SchemaDefinitions, schemaDefinitions } from './schemaDefinitions.ts'
import { connectorGroupSchema, coreGroupSchema, coreUserSchema, enterpriseUserSchema } from './schemaUrns.ts'

const defaultPayload = 1_048_576
/** More in one request helps nothing, and makes a lost answer expensive. */
const operationsAtMost = 100

/**
 * What the store says of itself (RFC 7644 section 4). What it does not say is assumed cautiously: no bulk, no ETags,
 * index paging, flat groups, the attributes of the core and the enterprise schema.
 */
export async function discoverFeatures(client: ScimClient, profile: Profile): Promise<StoreFeatures> {
  const names = ['/ServiceProviderConfig', '/ResourceTypes', '/Schemas'] as const
  const [config, types, schemas] = await Promise.all([
    read(client, names[0]),
    read(client, names[1]),
    read(client, names[2]),
  ])
  const bulk = jsonObject(config?.bulk)
  const pagination = jsonObject(config?.pagination)
  const definitions = schemas === null ? null : schemaDefinitions(schemas)
  return {
    attributes: new Set(
      [...profile.places].filter(([attribute, place]) => hasPlace(definitions, attribute, place)).map(([name]) => name),
    ),
    groups: groupsOf(types, definitions),
    contacts: discoverContacts(types, definitions),
    photos: hasPhotos(definitions) ? 'kept' : 'not-kept',
    groupMarks: hasWritable(definitions?.get(connectorGroupSchema), ['connectorDomain']) ? 'kept' : 'not-kept',
    bulk:
      bulk?.supported === true
        ? {
            maxOperations: Math.max(1, Math.min(jsonNumber(bulk.maxOperations) || operationsAtMost, operationsAtMost)),
            maxPayloadSize: jsonNumber(bulk.maxPayloadSize) || defaultPayload,
          }
        : null,
    versions: jsonObject(config?.etag)?.supported === true ? 'etag' : 'none',
    paging: pagination?.cursor === true ? 'cursor' : 'index',
    maxPageSize: jsonNumber(pagination?.maxPageSize),
    missing: [config, types, schemas].flatMap((answer, index) => (answer === null ? [names[index] ?? ''] : [])),
  }
}

/** Null when the store does not have it, or does not show it. */
async function read(client: ScimClient, path: string): Promise<JsonObject | null> {
  const answer = await client.send({ method: 'GET', path })
  if (answer.kind === 'answer') {
    if (answer.status === 200) return answer.body
    if ([400, 403, 404, 405, 501].includes(answer.status)) return null
  }
  throw answerError(answer, `GET ${path}`, client.place)
}

function hasPlace(definitions: SchemaDefinitions | null, attribute: ValueAttribute, place: Place): boolean {
  if (attribute === 'uid' || attribute === 'externalId') return true
  const schema = ('schema' in place ? place.schema : null) ?? coreUserSchema
  if (definitions === null || !definitions.has(coreUserSchema)) {
    return schema === coreUserSchema || schema === enterpriseUserSchema
  }
  return hasWritable(definitions.get(schema), pathOf(place))
}

function hasPhotos(definitions: SchemaDefinitions | null): boolean {
  const core = definitions?.get(coreUserSchema)
  return core === undefined || hasWritable(core, ['photos', 'value'])
}

function groupsOf(types: JsonObject | null, definitions: SchemaDefinitions | null): StoreFeatures['groups'] {
  if (types !== null) {
    const resources = Array.isArray(types.Resources) ? jsonObjects(types.Resources) : [types]
    if (!resources.some((type) => type.schema === coreGroupSchema || type.endpoint === '/Groups')) return 'none'
  }
  const members = definitions?.get(coreGroupSchema)?.find((attribute) => attribute.name === 'members')
  if (members === undefined) return 'flat'
  const parts = jsonObjects(members.subAttributes)
  const says = (name: string, list: string) => {
    const value = parts.find((part) => part.name === name)?.[list]
    return Array.isArray(value) && value.length > 0 ? value : null
  }
  const kinds = says('type', 'canonicalValues') ?? says('$ref', 'referenceTypes')
  return kinds === null || kinds.includes('Group') ? 'nested' : 'flat'
}
