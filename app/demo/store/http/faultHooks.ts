import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Faults } from '../faults/faults.ts'
import type { StrikeCounter } from '../faults/strikeCounter.ts'
import { ScimError } from '../scimError.ts'

const signInPage = '<!doctype html><html><head><title>Sign in</title></head><body>Please sign in.</body></html>'

function cut(request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack()
  request.raw.socket.destroy()
}

/** Makes the faults strike the requests of one scope; scopes with the same counter are struck in turn. */
export function addFaultHooks(scope: FastifyInstance, faults: Faults, counter: StrikeCounter): void {
  scope.addHook('onRequest', async (request, reply) => {
    const { method } = request
    const { delayMilliseconds, dropBeforeWork, tooManyRequests, serverErrors } = faults
    if (delayMilliseconds !== undefined) await wait(delayMilliseconds, undefined, { ref: false })
    if (counter.strikes(dropBeforeWork, method)) return cut(request, reply)
    if (tooManyRequests !== undefined && counter.strikes(tooManyRequests, method)) {
      reply.header('retry-after', String(tooManyRequests.retryAfterSeconds))
      throw new ScimError(429, `Too many requests; try again in ${tooManyRequests.retryAfterSeconds} seconds.`)
    }
    if (serverErrors !== undefined && counter.strikes(serverErrors, method)) {
      throw new ScimError(serverErrors.status, 'The store has a problem of its own.')
    }
    if (faults.answerHtml === true) return reply.code(200).type('text/html; charset=utf-8').send(signInPage)
  })

  scope.addHook('onSend', async (request, _reply, payload) => {
    if (counter.strikes(faults.dropAfterWork, request.method)) request.raw.socket.destroy()
    return payload
  })
}
