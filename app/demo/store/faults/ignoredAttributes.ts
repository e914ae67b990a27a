import { isJsonObject, type JsonObject } from '../json.ts'
import type { Faults } from './faults.ts'

function restore(to: JsonObject, from: JsonObject, name: string): void {
  const key = Object.keys({ ...from, ...to }).find((other) => other.toLowerCase() === name.toLowerCase())
  if (key === undefined) return
  const before = from[key]
  if (before === undefined) delete to[key]
  else to[key] = before
}

/** The resource to keep: what came in, except that ignored attributes stay what they were. */
export function keepIgnored(faults: Faults, resource: JsonObject, before: JsonObject): JsonObject {
  const ignored = faults.ignoreAttributes ?? []
  if (ignored.length === 0) return resource
  const kept = structuredClone(resource)
  for (const path of ignored) {
    const end = path.lastIndexOf(':')
    if (end < 0 || kept[path] !== undefined || before[path] !== undefined) {
      restore(kept, before, path)
      continue
    }
    const urn = path.slice(0, end)
    const from = before[urn]
    const to = kept[urn]
    const holder = isJsonObject(to) ? to : {}
    restore(holder, isJsonObject(from) ? from : {}, path.slice(end + 1))
    if (Object.keys(holder).length === 0) delete kept[urn]
    else kept[urn] = holder
  }
  return kept
}

/** Whether changes of members are accepted and not made. */
export function membersIgnored(faults: Faults): boolean {
  return faults.ignoreAttributes?.includes('members') === true
}
