import { isJsonObject, type JsonValue } from '../json.ts'
import type { BulkOperation } from './bulkOperation.ts'

const prefix = 'bulkId:'

/** The bulkIds that an operation's data and path refer to (RFC 7644 section 3.7.2). */
export function bulkReferences({ data, path }: BulkOperation): ReadonlySet<string> {
  const found = new Set<string>()
  const target = path.split('/')[2]
  if (target?.startsWith(prefix)) found.add(target.slice(prefix.length))
  collect(data, found)
  return found
}

function collect(value: JsonValue, found: Set<string>): void {
  if (typeof value === 'string') {
    if (value.startsWith(prefix)) found.add(value.slice(prefix.length))
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, found)
  } else if (isJsonObject(value)) {
    for (const item of Object.values(value)) collect(item, found)
  }
}

/** A copy of a value with every `bulkId:…` text replaced by the id that it stands for. */
export function resolveReferences(value: JsonValue, ids: ReadonlyMap<string, string>): JsonValue {
  if (typeof value === 'string') {
    return value.startsWith(prefix) ? (ids.get(value.slice(prefix.length)) ?? value) : value
  }
  if (Array.isArray(value)) return value.map((item) => resolveReferences(item, ids))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolveReferences(item, ids)]))
}
