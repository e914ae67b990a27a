import type { UserValues } from '../../../model/resource.ts'
import { attributePath, type SinglePlace } from './place.ts'

/** One operation of a PATCH (RFC 7644 section 3.5.2); the names of operations in lower case. */
export type PatchOperation =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string; readonly value?: unknown }

/** What changes in a user: `before` holds the old values of the attributes in `values`; null or '' clears. */
export interface UserEdit {
  readonly before: UserValues
  readonly values: UserValues
  readonly active?: boolean
}

/** Adds or replaces a single-valued attribute, or removes it when there is no new value. */
export function setOperation(path: string, before: string | null, after: unknown): PatchOperation {
  if (after === null) return { op: 'remove', path }
  return { op: before === null ? 'add' : 'replace', path, value: after }
}

/** Sets or removes the value at a single place, in the store's spelling. */
export function singleOperation(place: SinglePlace, before: string | null, after: string | null): PatchOperation {
  const [attribute = '', ...rest] = place.path
  const spelled = after === null ? null : (place.spelling?.toStore(after) ?? after)
  if (place.patch === 'parts') return setOperation(attributePath(place.schema, place.path.join('.')), before, spelled)
  const whole = spelled === null ? null : rest.reduceRight<unknown>((value, name) => ({ [name]: value }), spelled)
  return setOperation(attributePath(place.schema, attribute), before, whole)
}
