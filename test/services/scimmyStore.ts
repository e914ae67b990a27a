import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import SCIMMY from 'scimmy'
import SCIMMYRouters from 'scimmy-routers'

export interface ScimmyStore {
  readonly url: string
  close(): Promise<void>
}

type Resource = Record<string, unknown> & { id: string }

interface Content {
  readonly users: Map<string, Resource>
  readonly groups: Map<string, Resource>
}

/** scimmy keeps its resource types once per process; each store's content comes with the request. */
function declareResources(): void {
  if (SCIMMY.Resources.declared('User')) return
  SCIMMY.Resources.declare(SCIMMY.Resources.User.extend(SCIMMY.Schemas.EnterpriseUser, false), {
    ...handlers('users', 'userName'),
  } as never)
  SCIMMY.Resources.declare(SCIMMY.Resources.Group, { ...handlers('groups', 'displayName') } as never)
}

interface ScimmyRequest {
  readonly id?: string
  readonly filter?: { match(resources: readonly Resource[]): Resource[] }
}

function handlers(kind: keyof Content, nameAttribute: string) {
  return {
    egress: (request: ScimmyRequest, content: Content) => {
      if (request.id !== undefined) return existing(content[kind], request.id)
      const all = [...content[kind].values()]
      return request.filter === undefined ? all : request.filter.match(all)
    },
    ingress: (request: ScimmyRequest, instance: Record<string, unknown>, content: Content) => {
      const plain = JSON.parse(JSON.stringify(instance))
      const name = String(plain[nameAttribute]).toLowerCase()
      for (const other of content[kind].values()) {
        if (other.id !== request.id && String(other[nameAttribute]).toLowerCase() === name) {
          throw new SCIMMY.Types.Error(409, 'uniqueness', `${nameAttribute} is taken`)
        }
      }
      const before = request.id === undefined ? undefined : existing(content[kind], request.id)
      const id = before?.id ?? randomUUID()
      const created = (before?.meta as { created?: string } | undefined)?.created ?? new Date().toISOString()
      const resource = { ...plain, id, meta: { created, lastModified: new Date().toISOString() } }
      content[kind].set(id, resource)
      return resource
    },
    degress: (request: ScimmyRequest, content: Content) => {
      content[kind].delete(existing(content[kind], request.id ?? '').id)
    },
  }
}

function existing(resources: ReadonlyMap<string, Resource>, id: string): Resource {
  const resource = resources.get(id)
  if (resource === undefined) throw new SCIMMY.Types.Error(404, null as never, `Resource ${id} not found`)
  return resource
}

/** A second, independent SCIM store: scimmy and its routers on express 4, kept in memory. */
export async function startScimmyStore(options: { readonly token: string }): Promise<ScimmyStore> {
  declareResources()
  const content: Content = { users: new Map(), groups: new Map() }
  const app = express()
  app.use(
    '/scim/v2',
    new SCIMMYRouters({
      type: 'bearer',
      handler: (request: { header(name: string): string | undefined }) => {
        if (request.header('authorization') !== `Bearer ${options.token}`) throw new Error('wrong token')
        return 'tester'
      },
      context: () => content,
    } as never) as never,
  )
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim/v2`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
