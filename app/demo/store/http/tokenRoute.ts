import type { FastifyInstance } from 'fastify'
import { isJsonObject } from '../json.ts'
import type { Tokens } from './tokens.ts'

export const tokenPath = '/oauth/token'

function formOf(body: unknown): Record<string, string> {
  if (!isJsonObject(body)) return {}
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, String(value)]))
}

/** OAuth 2.0 client credentials (RFC 6749 section 4.4); client id and secret in a Basic header or in the form. */
export function addTokenRoute(scope: FastifyInstance, tokens: Tokens): void {
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(body.toString())))
  })
  scope.post(tokenPath, (request, reply) => {
    const grant = tokens.grant(request.headers.authorization, formOf(request.body))
    reply.header('cache-control', 'no-store').header('pragma', 'no-cache')
    if (grant.kind === 'granted') {
      return reply.send({ access_token: grant.token, token_type: 'Bearer', expires_in: grant.expiresIn })
    }
    if (grant.status === 401) reply.header('www-authenticate', 'Basic realm="identity store"')
    return reply.code(grant.status).send({ error: grant.code })
  })
}
