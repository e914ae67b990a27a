import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { addContactRoutes, type ContactRouteParts } from '../contacts/contactRoutes.ts'
import { contactsPath } from '../contacts/contactsPath.ts'
import type { Faults } from '../faults/faults.ts'
import { StrikeCounter } from '../faults/strikeCounter.ts'
import { ScimError } from '../scimError.ts'
import { maximumBodyBytes } from './discovery.ts'
import { addFaultHooks } from './faultHooks.ts'
import type { RequestCounter } from './requestCounter.ts'
import { addScimRoutes, type ScimRouteParts } from './scimRoutes.ts'
import { addTokenRoute, tokenPath } from './tokenRoute.ts'
import type { Tokens } from './tokens.ts'

export interface ServerParts extends ScimRouteParts, ContactRouteParts {
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
  const { basePath, tokens, faults, requests, profile } = parts
  const contactsBase = contactsPath(parts.orgId)
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
    const base = [basePath, contactsBase].find((prefix) => route?.startsWith(prefix)) ?? ''
    const relative = route?.slice(base.length)
    requests.add(request.method, relative ?? '(unknown)')
    if (route === tokenPath || tokens.accepts(request.headers.authorization)) return
    const problem = request.headers.authorization === undefined ? '' : ', error="invalid_token"'
    reply.header('www-authenticate', `Bearer realm="identity store"${problem}`)
    throw new ScimError(401, 'A valid bearer token is needed.')
  })

  server.register(async (scope) => addTokenRoute(scope, tokens))
  const strikes = new StrikeCounter()
  server.register(
    async (scope) => {
      addFaultHooks(scope, faults, strikes)
      addScimRoutes(scope, parts)
    },
    { prefix: basePath },
  )
  if (profile.organizationContacts === 'served') {
    server.register(
      async (scope) => {
        addFaultHooks(scope, faults, strikes)
        addContactRoutes(scope, parts)
      },
      { prefix: contactsBase },
    )
  }
  return server
}
