import type { ValueAttribute } from '../../model/resource.ts'
import { type JsonObject, jsonObjects, jsonText } from './jsonObject.ts'
import { contactPlaces } from './profile/contactPlaces.ts'
import type { ContactFeatures } from './profile/profile.ts'
import { hasWritable, pathOf, type SchemaDefinitions } from './schemaDefinitions.ts'

/** What is assumed of a contact whose schema the store does not show. */
const common: ReadonlySet<ValueAttribute> = new Set(['uid', 'displayName', 'givenName', 'sn', 'emails;type-work'])

/** The resource type named Contact, in any letter case, as far as its schema has places (RFC 7643 section 6). */
export function discoverContacts(
  types: JsonObject | null,
  definitions: SchemaDefinitions | null,
): ContactFeatures | null {
  const type = jsonObjects(types?.Resources).find(({ name }) => jsonText(name)?.toLowerCase() === 'contact')
  const path = endpointPath(jsonText(type?.endpoint))
  const schema = jsonText(type?.schema)
  if (path === null || schema === null) return null
  const definition = definitions?.get(schema)
  const places = new Map(
    [...contactPlaces].filter(([attribute, place]) => {
      if (definition === undefined) return common.has(attribute)
      // A common attribute, which schemas leave out (RFC 7643 section 3.1).
      return attribute === 'externalId' || hasWritable(definition, pathOf(place))
    }),
  )
  const layout = { places, primaryEmailPath: 'emails[primary eq true]', userType: null }
  const attributes = new Set(places.keys())
  return { kind: 'scim', collection: { path, schema, layout, attributes, shownBy: 'id', names: 'shared' } }
}

/** `/Contacts`, whether the store writes it so, without the slash, or as a whole address. */
function endpointPath(endpoint: string | null): string | null {
  const name = endpoint?.replace(/\/+$/, '').split('/').at(-1)
  return name === undefined || name === '' ? null : `/${name}`
}
