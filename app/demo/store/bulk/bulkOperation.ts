import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts'
import type { BulkMethod, StoreProfile } from '../profile/profile.ts'
import { ScimError } from '../scimError.ts'

/** One operation of a bulk request as it came (RFC 7644 section 3.7); what is wrong with it is found when it is run. */
export interface BulkOperation {
  readonly method: string
  readonly path: string
  readonly bulkId?: string
  readonly version?: string
  readonly data: JsonValue
}

export interface BulkRequest {
  readonly operations: readonly BulkOperation[]
  /** After this many failures the rest is not tried. */
  readonly failOnErrors: number
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function parseOperation(input: JsonValue, index: number): BulkOperation {
  if (!isJsonObject(input)) throw new ScimError(400, `Operation ${index + 1} must be an object.`, 'invalidSyntax')
  const bulkId = textOf(input.bulkId)
  const version = textOf(input.version)
  return {
    method: textOf(input.method)?.toUpperCase() ?? '',
    path: textOf(input.path) ?? '',
    ...(bulkId === undefined ? {} : { bulkId }),
    ...(version === undefined ? {} : { version }),
    data: input.data ?? null,
  }
}

function operationsOf(body: JsonObject, keys: readonly string[]): JsonValue[] {
  for (const key of keys) {
    const value = body[key]
    if (Array.isArray(value)) return value
  }
  throw new ScimError(400, `${keys[0]} must be an array.`, 'invalidSyntax')
}

/** Throws ScimError 400 invalidSyntax or invalidValue, and 413 for more operations than the store takes. */
export function parseBulk(profile: StoreProfile, body: unknown): BulkRequest {
  const schema = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest'
  if (!isJsonObject(body) || !Array.isArray(body.schemas) || !body.schemas.includes(schema)) {
    throw new ScimError(400, `schemas must be an array that holds ${schema}.`, 'invalidSyntax')
  }
  const { maximumOperations, requestKeys } = profile.bulk
  const operations = operationsOf(body, requestKeys)
  if (operations.length > maximumOperations) {
    throw new ScimError(
      413,
      `${operations.length} operations are too many: the limit is ${maximumOperations}.`,
      'tooMany',
    )
  }
  const { failOnErrors = null } = body
  if (failOnErrors !== null && (!Number.isInteger(failOnErrors) || Number(failOnErrors) < 1)) {
    throw new ScimError(400, 'failOnErrors must be a whole number from 1.', 'invalidValue')
  }
  return {
    operations: operations.map(parseOperation),
    failOnErrors: failOnErrors === null ? Number.POSITIVE_INFINITY : Number(failOnErrors),
  }
}

/** Throws ScimError 400 invalidSyntax for a method that cannot be used in bulk. */
export function bulkMethod(profile: StoreProfile, { method, bulkId }: BulkOperation): BulkMethod {
  const known = profile.bulk.methods.find((other) => other === method)
  if (known === undefined) {
    throw new ScimError(400, `The method "${method}" cannot be used in bulk.`, 'invalidSyntax')
  }
  if (known === 'POST' && bulkId === undefined) {
    throw new ScimError(400, 'POST needs a bulkId.', 'invalidSyntax')
  }
  return known
}
