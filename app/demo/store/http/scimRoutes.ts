import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { BulkService } from '../bulk/bulkService.ts'
import { isJsonObject } from '../json.ts'
import { parseListRequest } from '../list/listRequest.ts'
import type { ListService } from '../list/listService.ts'
import type { MemberList } from '../list/memberList.ts'
import type { StoreProfile } from '../profile/profile.ts'
import { type Projection, parseProjection } from '../projection.ts'
import type { Renderer } from '../renderer.ts'
import type { ResourceService } from '../resourceService.ts'
import type { ResourceKind, ResourceType } from '../schema/resourceType.ts'
import type { ResourceRow } from '../storage/resourceRow.ts'
import { resourceTypeByName, resourceTypeList, schemaById, schemaList, serviceProviderConfig } from './discovery.ts'

export interface ScimRouteParts {
  readonly profile: StoreProfile
  readonly service: ResourceService
  readonly lists: ListService
  readonly members: MemberList
  readonly bulk: BulkService
  readonly renderer: Renderer
  readonly baseUrl: () => string
}

const scimType = 'application/scim+json; charset=utf-8'

function sendText(reply: FastifyReply, text: string): FastifyReply {
  return reply.header('content-type', scimType).send(text)
}

function sendObject(reply: FastifyReply, value: object): FastifyReply {
  return sendText(reply, JSON.stringify(value))
}

function idOf({ params }: FastifyRequest): string {
  return isJsonObject(params) ? String(params.id) : ''
}

function projectionOf(type: ResourceType, { query }: FastifyRequest): Projection {
  const { attributes, excludedAttributes } = isJsonObject(query) ? query : {}
  return parseProjection(type, attributes, excludedAttributes)
}

function addResourceRoutes(scope: FastifyInstance, type: ResourceType, parts: ScimRouteParts): void {
  const { service, lists, renderer } = parts
  const kind = type.name
  const one = `${type.endpoint}/:id`

  const sendRow = (reply: FastifyReply, row: ResourceRow, projection: Projection) => {
    const etag = renderer.etag(row)
    if (etag !== undefined) reply.header('etag', etag)
    return sendText(reply.header('location', renderer.location(row)), renderer.text(row, projection))
  }

  scope.get(type.endpoint, (request, reply) => sendText(reply, lists.list([kind], parseListRequest(request.query))))

  scope.post(type.endpoint, (request, reply) => {
    const projection = projectionOf(type, request)
    return sendRow(reply.code(201), service.create(kind, request.body), projection)
  })

  scope.get(one, (request, reply) => {
    const row = service.read(kind, idOf(request))
    const etag = renderer.etag(row)
    if (etag !== undefined && request.headers['if-none-match'] === etag)
      return reply.code(304).header('etag', etag).send()
    return sendRow(reply, row, projectionOf(type, request))
  })

  scope.put(one, (request, reply) => {
    const projection = projectionOf(type, request)
    return sendRow(reply, service.replace(kind, idOf(request), request.body, request.headers['if-match']), projection)
  })

  scope.patch(one, (request, reply) => {
    const projection = projectionOf(type, request)
    const row = service.patch(kind, idOf(request), request.body, request.headers['if-match'])
    if (kind !== 'Group' || projection.kind !== 'default') return sendRow(reply, row, projection)
    const etag = renderer.etag(row)
    if (etag !== undefined) reply.header('etag', etag)
    return reply.code(204).send()
  })

  scope.delete(one, (request, reply) => {
    service.delete(kind, idOf(request), request.headers['if-match'])
    return reply.code(204).send()
  })
}

function addExtraRoutes(scope: FastifyInstance, parts: ScimRouteParts): void {
  const { profile, lists, baseUrl } = parts
  const search = (path: string, kinds: readonly ResourceKind[]) =>
    scope.post(path, (request, reply) => sendText(reply, lists.list(kinds, parseListRequest(request.body))))
  const types = Object.values(profile.types)
  search(
    '/.search',
    types.map(({ name }) => name),
  )
  for (const { name, endpoint } of types) search(`${endpoint}/.search`, [name])
  scope.get('/ServiceProviderConfig', (_, reply) => sendObject(reply, serviceProviderConfig(profile, baseUrl())))
  scope.get('/Schemas', (_, reply) => sendObject(reply, schemaList(profile, baseUrl())))
  scope.get('/Schemas/:id', (request, reply) => sendObject(reply, schemaById(profile, baseUrl(), idOf(request))))
  scope.get('/ResourceTypes', (_, reply) => sendObject(reply, resourceTypeList(profile, baseUrl())))
  scope.get('/ResourceTypes/:id', (request, reply) =>
    sendObject(reply, resourceTypeByName(profile, baseUrl(), idOf(request))),
  )
}

/** The SCIM end points below the base. A PATCH of a group answers 204, as its members may be many. */
export function addScimRoutes(scope: FastifyInstance, parts: ScimRouteParts): void {
  const { profile, bulk, members } = parts
  for (const type of Object.values(profile.types)) addResourceRoutes(scope, type, parts)
  scope.post('/Bulk', (request, reply) => sendText(reply, bulk.run(request.body)))
  if (profile.extras === 'served') addExtraRoutes(scope, parts)
  if (profile.members === 'paged') {
    scope.get('/Groups/:id/Members', (request, reply) =>
      sendText(reply, members.list(idOf(request), parseListRequest(request.query))),
    )
  }
}
