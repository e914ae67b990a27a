import type { Filter } from 'scim2-parse-filter'
import { parseFilter } from '../filter/parseFilter.ts'
import { ScimError } from '../scimError.ts'
import { type AttributeDefinition, findAttribute, type Schema } from './attribute.ts'
import { commonAttributes } from './commonAttributes.ts'
import type { ResourceType } from './resourceType.ts'

/**
 * A resolved path (RFC 7644 section 3.5.2): `urn:…:User`, `title`, `name.givenName`,
 * `emails[type eq "work"].value`, `urn:…:User:manager.value`.
 */
export interface AttributePath {
  /** The extension that holds the attribute; missing for core and common attributes. */
  readonly extension?: Schema
  /** Missing when the path is an extension's URN alone. */
  readonly attribute?: AttributeDefinition
  readonly valueFilter?: Filter
  readonly subAttribute?: AttributeDefinition
  /** The path without its value filter, in the schema's own spelling; core attributes without URN. */
  readonly canonical: string
}

function splitSchema(type: ResourceType, text: string): { extension?: Schema; names: string } {
  const lower = text.toLowerCase()
  for (const schema of [type.core, ...type.extensions]) {
    const urn = schema.id.toLowerCase()
    const holder = schema === type.core ? {} : { extension: schema }
    if (lower === urn) return { ...holder, names: '' }
    if (lower.startsWith(`${urn}:`)) return { ...holder, names: text.slice(urn.length + 1) }
  }
  return { names: text }
}

function split(text: string): { head: string; filterText?: string; tail: string } {
  const open = text.indexOf('[')
  if (open < 0) return { head: text, tail: '' }
  const close = text.lastIndexOf(']')
  const tail = text.slice(close + 1)
  if (close < open || (tail !== '' && !/^\.[\w$-]+$/.test(tail))) {
    throw new ScimError(400, `The path "${text}" has brackets that do not fit.`, 'invalidPath')
  }
  return { head: text.slice(0, open), filterText: text.slice(open + 1, close), tail: tail.slice(1) }
}

/**
 * Resolves a path against a resource type; names and URNs without case. Undefined when the type has no such attribute.
 * Throws ScimError 400 invalidPath or invalidFilter when the path is not well formed.
 */
export function resolvePath(type: ResourceType, text: string): AttributePath | undefined {
  const { head, filterText, tail } = split(text.trim())
  const { extension, names } = splitSchema(type, head)
  if (names === '') {
    return extension !== undefined && filterText === undefined && tail === ''
      ? { extension, canonical: extension.id }
      : undefined
  }
  const [name = '', dotted, ...more] = names.split('.')
  if (more.length > 0 || (dotted !== undefined && filterText !== undefined)) return undefined
  const attribute =
    extension === undefined
      ? (findAttribute(type.core.attributes, name) ?? findAttribute(commonAttributes, name))
      : findAttribute(extension.attributes, name)
  if (attribute === undefined) return undefined
  const subName = dotted ?? (tail === '' ? undefined : tail)
  const subAttribute = subName === undefined ? undefined : findAttribute(attribute.subAttributes ?? [], subName)
  if (subName !== undefined && subAttribute === undefined) return undefined
  return {
    ...(extension === undefined ? {} : { extension }),
    attribute,
    ...(filterText === undefined ? {} : { valueFilter: parseFilter(filterText) }),
    ...(subAttribute === undefined ? {} : { subAttribute }),
    canonical: `${extension === undefined ? '' : `${extension.id}:`}${attribute.name}${subAttribute === undefined ? '' : `.${subAttribute.name}`}`,
  }
}
