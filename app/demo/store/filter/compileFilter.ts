import type { Compare, Filter } from 'scim2-parse-filter'
import { isJsonObject, type JsonValue } from '../json.ts'
import { type AttributeDefinition, findAttribute } from '../schema/attribute.ts'
import { type AttributePath, resolvePath } from '../schema/attributePath.ts'
import type { ResourceType } from '../schema/resourceType.ts'

export type Predicate = (value: JsonValue) => boolean

/** How an attribute name inside a filter is read from the value that the filter is tried on. */
type Reader = (
  name: string,
) => { readonly read: (value: JsonValue) => JsonValue[]; readonly leaf: AttributeDefinition } | undefined

/** All values of a path in a resource: arrays opened, missing values left out. The value filter of the path is not applied. */
export function readPath(path: AttributePath, resource: JsonValue): JsonValue[] {
  let values = [resource]
  for (const key of [path.extension?.id, path.attribute?.name, path.subAttribute?.name]) {
    if (key !== undefined) values = values.flatMap((value) => child(value, key))
  }
  return values
}

function child(value: JsonValue, key: string): JsonValue[] {
  if (!isJsonObject(value)) return []
  const found = value[key]
  if (found === undefined || found === null) return []
  return Array.isArray(found) ? found : [found]
}

function valueDefinition(definition: AttributeDefinition): AttributeDefinition | undefined {
  return definition.type === 'complex' ? findAttribute(definition.subAttributes ?? [], 'value') : definition
}

function resourceReader(type: ResourceType): Reader {
  return (name) => {
    const path = resolvePath(type, name)
    const leaf = path?.subAttribute ?? path?.attribute
    if (path === undefined || leaf === undefined) return undefined
    return { read: (resource) => readPath(path, resource), leaf }
  }
}

function itemReader(attribute: AttributeDefinition): Reader {
  return (name) => {
    if (attribute.type !== 'complex') {
      return name.toLowerCase() === 'value' ? { read: (item) => [item], leaf: attribute } : undefined
    }
    const leaf = findAttribute(attribute.subAttributes ?? [], name)
    return leaf && { read: (item) => child(item, leaf.name), leaf }
  }
}

function compareText(op: Compare['op'], actual: string | number, wanted: string | number): boolean {
  switch (op) {
    case 'eq':
    case 'ne':
      return actual === wanted
    case 'gt':
      return actual > wanted
    case 'ge':
      return actual >= wanted
    case 'lt':
      return actual < wanted
    case 'le':
      return actual <= wanted
    case 'co':
      return String(actual).includes(String(wanted))
    case 'sw':
      return String(actual).startsWith(String(wanted))
    case 'ew':
      return String(actual).endsWith(String(wanted))
  }
}

function comparison(filter: Compare, leaf: AttributeDefinition): Predicate {
  const { op, compValue: wanted } = filter
  if (typeof wanted === 'string') {
    if (leaf.type === 'dateTime' && op !== 'co' && op !== 'sw' && op !== 'ew') {
      const instant = Date.parse(wanted)
      return (actual) => typeof actual === 'string' && compareText(op, Date.parse(actual), instant)
    }
    const folded = leaf.caseExact ? wanted : wanted.toLowerCase()
    return (actual) =>
      typeof actual === 'string' && compareText(op, leaf.caseExact ? actual : actual.toLowerCase(), folded)
  }
  if (typeof wanted === 'number') return (actual) => typeof actual === 'number' && compareText(op, actual, wanted)
  return (actual) => actual === wanted
}

function compile(filter: Filter, reader: Reader): Predicate {
  switch (filter.op) {
    case 'and': {
      const parts = filter.filters.map((part) => compile(part, reader))
      return (value) => parts.every((part) => part(value))
    }
    case 'or': {
      const parts = filter.filters.map((part) => compile(part, reader))
      return (value) => parts.some((part) => part(value))
    }
    case 'not': {
      const inner = compile(filter.filter, reader)
      return (value) => !inner(value)
    }
    case '[]': {
      const target = reader(filter.attrPath)
      if (target === undefined) return () => false
      const inner = compile(filter.valFilter, itemReader(target.leaf))
      return (value) => target.read(value).some(inner)
    }
    case 'pr': {
      const target = reader(filter.attrPath)
      return (value) => target?.read(value).some((found) => found !== '') === true
    }
    default: {
      const target = reader(filter.attrPath)
      const leaf = target && valueDefinition(target.leaf)
      if (target === undefined || leaf === undefined) return () => filter.op === 'ne'
      const read =
        leaf === target.leaf
          ? target.read
          : (value: JsonValue) => target.read(value).flatMap((item) => child(item, 'value'))
      if (filter.compValue === null) {
        return filter.op === 'ne' ? (value) => read(value).length > 0 : (value) => read(value).length === 0
      }
      const compare = comparison(filter, leaf)
      if (filter.op === 'ne') return (value) => !read(value).some(compare)
      return (value) => read(value).some(compare)
    }
  }
}

/**
 * A test for whole resources. Attribute names without case, values with or without as the schema says (caseExact);
 * an attribute the type does not have counts as one without a value.
 */
export function compileFilter(type: ResourceType, filter: Filter): Predicate {
  return compile(filter, resourceReader(type))
}

/** A test for single values of a multi-valued attribute: the inner part of `emails[type eq "work"]`. */
export function compileValueFilter(attribute: AttributeDefinition, filter: Filter): Predicate {
  return compile(filter, itemReader(attribute))
}
