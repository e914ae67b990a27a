import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import type { Faults } from '../faults/faults.ts'
import { ScimError } from '../scimError.ts'
import { maximumBodyBytes } from './discovery.ts'
import { addFaultHooks } from './faultHooks.ts'
import type { RequestCounter } from './requestCounter.ts'
import { addScimRoutes, type ScimRouteParts } from './scimRoutes.ts'
import { addTokenRoute, tokenPath } from './tokenRoute.ts'
import type { Tokens } from './tokens.ts'

export interface ServerParts extends ScimRouteParts {
  /** The SCIM base as a path. */
  readonly basePath: string
  readonly tokens: Tokens
  readonly faults: Faults
  readonly requests: RequestCounter
}

/** Long filters travel in the address. */
const maximumHeaderBytes = 64 * 1024

function toScimError(error: unknown): ScimError {
  if (error instanceof ScimError) return error
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status === 413) return new ScimError(413, `The body is larger than ${maximumBodyBytes} bytes.`, 'tooMany')
  if (status >= 400 && status < 500) return new ScimError(status, (error as Error).message)
  return new ScimError(500, `The store failed: ${error instanceof Error ? error.message : String(error)}`)
}

function sendError(reply: FastifyReply, error: unknown): FastifyReply {
  const scimError = toScimError(error)
  return reply
    .code(scimError.status)
    .header('content-type', 'application/scim+json; charset=utf-8')
    .send(JSON.stringify(scimError.toBody()))
}

function addJsonParser(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser(['application/scim+json', 'application/json'], { parseAs: 'string' }, (_, body, done) => {
    if (body.length === 0) return done(null, undefined)
    try {
      done(null, JSON.parse(body.toString()))
    } catch (error) {
      done(new ScimError(400, `The body is not JSON: ${(error as Error).message}`, 'invalidSyntax'))
    }
  })
}

/** The HTTP server, not listening yet. Everything but the token end point needs a valid token. */
export function createServer(parts: ServerParts): FastifyInstance {
  const { basePath, tokens, faults, requests } = parts
  const server = Fastify({
    bodyLimit: maximumBodyBytes,
    exposeHeadRoutes: false,
    http: { maxHeaderSize: maximumHeaderBytes },
    frameworkErrors: (error, _request, reply) => sendError(reply, error),
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
  })
  addJsonParser(server)

  server.setErrorHandler((error, _request, reply) => sendError(reply, error))
  server.setNotFoundHandler(({ method, url }) => {
    throw new ScimError(404, `There is no ${method} ${url.split('?')[0]}.`)
  })

  server.addHook('onRequest', async (request, reply) => {
    const route = request.routeOptions.url
    const relative = route?.startsWith(basePath) ? route.slice(basePath.length) : route
    requests.add(request.method, relative ?? '(unknown)')
    if (route === tokenPath || tokens.accepts(request.headers.authorization)) return
    const problem = request.headers.authorization === undefined ? '' : ', error="invalid_token"'
    reply.header('www-authenticate', `Bearer realm="identity store"${problem}`)
    throw new ScimError(401, 'A valid bearer token is needed.')
  })

  server.register(async (scope) => addTokenRoute(scope, tokens))
  server.register(
    async (scope) => {
      addFaultHooks(scope, faults)
      addScimRoutes(scope, parts)
    },
    { prefix: basePath },
  )
  return server
}
