import { isJsonObject, type JsonValue } from '../json.ts'
import { ScimError } from '../scimError.ts'

/** One operation of a PATCH (RFC 7644 section 3.5.2). */
export type PatchOperation =
  | { readonly op: 'add' | 'replace'; readonly path?: string; readonly value: JsonValue }
  | { readonly op: 'remove'; readonly path: string; readonly value?: JsonValue }

const patchSchema = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'

function parseOperation(input: unknown, index: number): PatchOperation {
  const place = `Operation ${index + 1}`
  if (!isJsonObject(input)) throw new ScimError(400, `${place} must be an object.`, 'invalidSyntax')
  const { op, path, value } = input
  if (path !== undefined && typeof path !== 'string') {
    throw new ScimError(400, `${place}: path must be a text.`, 'invalidPath')
  }
  const name = typeof op === 'string' ? op.toLowerCase() : undefined
  switch (name) {
    case 'remove':
      if (path === undefined) throw new ScimError(400, `${place}: remove needs a path.`, 'noTarget')
      return { op: name, path, ...(value === undefined ? {} : { value }) }
    case 'add':
    case 'replace':
      if (value === undefined) throw new ScimError(400, `${place}: ${name} needs a value.`, 'invalidValue')
      if (path === undefined && !isJsonObject(value)) {
        throw new ScimError(400, `${place}: without a path the value must be an object.`, 'invalidValue')
      }
      return { op: name, value, ...(path === undefined ? {} : { path }) }
    default:
      throw new ScimError(400, `${place}: op must be add, replace or remove.`, 'invalidSyntax')
  }
}

/**
 * Reads a PATCH body; `op` without case. An operation without path becomes one operation per key of its value.
 * Throws ScimError 400 invalidSyntax, invalidPath, invalidValue or noTarget.
 */
export function parsePatch(body: unknown): readonly PatchOperation[] {
  if (!isJsonObject(body) || !Array.isArray(body.schemas) || !body.schemas.includes(patchSchema)) {
    throw new ScimError(400, `schemas must be an array that holds ${patchSchema}.`, 'invalidSyntax')
  }
  if (!Array.isArray(body.Operations) || body.Operations.length === 0) {
    throw new ScimError(400, 'Operations must be an array with at least one operation.', 'invalidSyntax')
  }
  return body.Operations.map(parseOperation)
}
