import type { StoreProfile } from '../profile/profile.ts'
import type { Schema } from '../schema/attribute.ts'
import type { ResourceType } from '../schema/resourceType.ts'
import { ScimError } from '../scimError.ts'

/** The largest request body in bytes; larger ones get 413. */
export const maximumBodyBytes = 10 * 1024 * 1024

/** RFC 7643 section 5, with the pagination of RFC 9865 section 4. */
export function serviceProviderConfig(profile: StoreProfile, baseUrl: string): object {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
    patch: { supported: true },
    bulk: { supported: true, maxOperations: profile.bulk.maximumOperations, maxPayloadSize: maximumBodyBytes },
    filter: { supported: true, maxResults: profile.page.maximum },
    changePassword: { supported: false },
    sort: { supported: true },
    etag: { supported: profile.etag === 'served' },
    pagination: {
      cursor: profile.cursorPaging === 'served',
      index: true,
      defaultPaginationMethod: 'index',
      defaultPageSize: profile.page.default,
      maxPageSize: profile.page.maximum,
    },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'OAuth bearer token',
        description: 'A bearer token in the Authorization header',
        specUri: 'https://www.rfc-editor.org/info/rfc6750',
        primary: true,
      },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${baseUrl}/ServiceProviderConfig` },
  }
}

function schemaResource(schema: Schema, baseUrl: string): object {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
    ...schema,
    meta: { resourceType: 'Schema', location: `${baseUrl}/Schemas/${schema.id}` },
  }
}

function typeResource(type: ResourceType, baseUrl: string): object {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    id: type.name,
    name: type.name,
    endpoint: type.endpoint,
    description: type.description,
    schema: type.core.id,
    schemaExtensions: type.extensions.map(({ id }) => ({ schema: id, required: false })),
    meta: { resourceType: 'ResourceType', location: `${baseUrl}/ResourceTypes/${type.name}` },
  }
}

function listOf(resources: readonly object[]): object {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: resources.length,
    startIndex: 1,
    itemsPerPage: resources.length,
    Resources: resources,
  }
}

function allSchemas(profile: StoreProfile): readonly Schema[] {
  return [...new Set(Object.values(profile.types).flatMap(({ core, extensions }) => [core, ...extensions]))]
}

/** RFC 7643 section 7. */
export function schemaList(profile: StoreProfile, baseUrl: string): object {
  return listOf(allSchemas(profile).map((schema) => schemaResource(schema, baseUrl)))
}

/** Throws ScimError 404. */
export function schemaById(profile: StoreProfile, baseUrl: string, id: string): object {
  const schema = allSchemas(profile).find((other) => other.id.toLowerCase() === id.toLowerCase())
  if (schema === undefined) throw new ScimError(404, `There is no schema ${id}.`)
  return schemaResource(schema, baseUrl)
}

/** RFC 7643 section 6. */
export function resourceTypeList(profile: StoreProfile, baseUrl: string): object {
  return listOf(Object.values(profile.types).map((type) => typeResource(type, baseUrl)))
}

/** Throws ScimError 404. */
export function resourceTypeByName(profile: StoreProfile, baseUrl: string, name: string): object {
  const type = Object.values(profile.types).find((other) => other.name === name)
  if (type === undefined) throw new ScimError(404, `There is no resource type ${name}.`)
  return typeResource(type, baseUrl)
}
