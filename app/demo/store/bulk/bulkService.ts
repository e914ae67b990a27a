import type { StoreProfile } from '../profile/profile.ts'
import type { Renderer } from '../renderer.ts'
import type { ResourceService } from '../resourceService.ts'
import type { ResourceType } from '../schema/resourceType.ts'
import { ScimError } from '../scimError.ts'
import { type BulkOperation, bulkMethod, parseBulk } from './bulkOperation.ts'
import { bulkReferences, resolveReferences } from './bulkReferences.ts'

export interface BulkServiceParts {
  readonly profile: StoreProfile
  readonly service: ResourceService
  readonly renderer: Renderer
}

interface BulkAnswer {
  readonly method: string
  readonly bulkId?: string
  readonly location?: string
  readonly version?: string
  /** The HTTP status as text. */
  readonly status: string
  readonly response?: unknown
}

/** Runs bulk requests (RFC 7644 section 3.7). Every operation succeeds or fails by itself. */
export class BulkService {
  readonly #parts: BulkServiceParts

  constructor(parts: BulkServiceParts) {
    this.#parts = parts
  }

  /**
   * Runs all operations, those that others refer to first, and answers with a BulkResponse text in the order of the
   * request. After `failOnErrors` failures the rest is left undone and out of the answer. Throws ScimError 400 or 413
   * for a request that is refused as a whole.
   */
  run(body: unknown): string {
    const { operations, failOnErrors } = parseBulk(this.#parts.profile, body)
    const answers = this.#parts.service.transaction(() => this.#runAll(operations, failOnErrors))
    return JSON.stringify({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkResponse'],
      Operations: answers.filter((answer) => answer !== undefined),
    })
  }

  #runAll(operations: readonly BulkOperation[], failOnErrors: number): (BulkAnswer | undefined)[] {
    const answers: (BulkAnswer | undefined)[] = operations.map(() => undefined)
    const references = operations.map(bulkReferences)
    const ids = new Map<string, string>()
    const open = new Set(operations.keys())
    let failures = 0
    const run = (index: number, operation: BulkOperation) => {
      open.delete(index)
      const answer = this.#answer(operation, ids)
      answers[index] = answer
      if (Number(answer.status) >= 400) failures += 1
    }
    /** Runs what has no open reference; false when nothing was left that could run. */
    const pass = (): boolean => {
      let ran = false
      const coming = new Set([...open].map((index) => operations[index]).flatMap((other) => createdBy(other)))
      for (const [index, operation] of operations.entries()) {
        if (failures >= failOnErrors) return false
        const waits = [...(references[index] ?? [])].some((id) => !ids.has(id) && coming.has(id))
        if (!open.has(index) || waits) continue
        run(index, operation)
        for (const id of createdBy(operation)) coming.delete(id)
        ran = true
      }
      return ran
    }
    while (pass()) if (open.size === 0) break
    for (const index of open) {
      const operation = operations[index]
      if (operation === undefined || failures >= failOnErrors) break
      answers[index] = refusal(operation, new ScimError(409, 'The operations refer to each other in a circle.'))
      failures += 1
    }
    return answers
  }

  #answer(operation: BulkOperation, ids: Map<string, string>): BulkAnswer {
    try {
      const missing = [...bulkReferences(operation)].find((id) => !ids.has(id))
      if (missing !== undefined) {
        throw new ScimError(400, `No operation created bulkId:${missing}.`, 'invalidValue')
      }
      return this.#do(operation, ids)
    } catch (error) {
      if (!(error instanceof ScimError)) throw error
      return refusal(operation, error)
    }
  }

  #do(operation: BulkOperation, ids: Map<string, string>): BulkAnswer {
    const { service, renderer } = this.#parts
    const method = bulkMethod(this.#parts.profile, operation)
    const { type, id } = this.#target(operation, ids)
    const data = resolveReferences(operation.data, ids)
    const common = { method, ...(operation.bulkId === undefined ? {} : { bulkId: operation.bulkId }) }
    if (method === 'DELETE') {
      service.delete(type.name, id, operation.version)
      return { ...common, location: renderer.location({ kind: type.name, id }), status: '204' }
    }
    const row =
      method === 'POST'
        ? service.create(type.name, data)
        : method === 'PUT'
          ? service.replace(type.name, id, data, operation.version)
          : service.patch(type.name, id, data, operation.version)
    if (method === 'POST' && operation.bulkId !== undefined) ids.set(operation.bulkId, row.id)
    const version = renderer.etag(row)
    return {
      ...common,
      location: renderer.location(row),
      ...(version === undefined ? {} : { version }),
      status: method === 'POST' ? '201' : '200',
    }
  }

  #target({ method, path }: BulkOperation, ids: ReadonlyMap<string, string>): { type: ResourceType; id: string } {
    const [, endpoint, id, ...more] = path.split('/')
    const type = Object.values(this.#parts.profile.types).find((other) => other.endpoint === `/${endpoint}`)
    const fits = type !== undefined && more.length === 0 && (method === 'POST') === (id === undefined)
    if (!fits) throw new ScimError(400, `The path "${path}" does not fit ${method}.`, 'invalidPath')
    return { type, id: String(resolveReferences(id ?? '', ids)) }
  }
}

function createdBy(operation: BulkOperation | undefined): readonly string[] {
  return operation?.method === 'POST' && operation.bulkId !== undefined ? [operation.bulkId] : []
}

function refusal({ method, bulkId }: BulkOperation, error: ScimError): BulkAnswer {
  return {
    method,
    ...(bulkId === undefined ? {} : { bulkId }),
    status: String(error.status),
    response: error.toBody(),
  }
}
