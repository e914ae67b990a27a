import { type Dispatcher, Pool } from 'undici'
import type { Clock } from '../../../model/clock.ts'
import { ConnectorError } from '../../../model/error.ts'
import type { ScimConnectionSettings } from '../connectionSettings.ts'
import { type Answer, type LostAnswer, retryStatuses, untouchedStatuses } from './answer.ts'
import { bearer } from './authorization.ts'
import { clientCredentials } from './clientCredentials.ts'
import { connectionFailure } from './connectionFailure.ts'
import { header, readAnswer } from './readAnswer.ts'
import { retryAfterMilliseconds } from './retryAfter.ts'
import { firstContactAttempts, type RetryPolicy, retryDelay } from './retryPolicy.ts'
import { sharedPause } from './sharedPause.ts'
import { tlsOptions } from './tlsOptions.ts'

/** What to do instead of blindly sending a request again whose answer was lost. */
export type Repeat =
  | { readonly kind: 'settled'; readonly answer: Answer }
  | { readonly kind: 'send'; readonly body: string }

export interface ScimRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below the base, with a leading slash and the query. */
  readonly path: string
  /** The path of another base on the same server, which takes plain JSON; left out for the SCIM service itself. */
  readonly basePath?: string
  readonly body?: string
  /** Sent as If-Match; comes from `meta.version`. */
  readonly version?: string | null
  /** Asked before the request is sent again when its effect may have taken place; without it, it is repeated as it is. */
  readonly beforeRepeat?: () => Promise<Repeat>
}

/**
 * Sends requests to one SCIM service: signs in, keeps connections alive, retries with back-off, jitter and
 * Retry-After, and pauses all requests when the store throttles (DC-56).
 */
export interface ScimClient {
  /** The service's address, for messages. */
  readonly place: string
  /**
   * Throws ConnectorError when nothing can work: `unreachable` (no connection at all), `unauthorized`, `not-scim`.
   * Every other status is answered, 5xx and 429 only after all attempts.
   */
  send(request: ScimRequest): Promise<Answer | LostAnswer>
  close(): Promise<void>
}

interface Parts {
  readonly clock: Clock
  readonly random: () => number
  readonly policy: RetryPolicy
}

/** `serviceUrl` is the base of the SCIM service, without a slash at its end. */
export function scimClient(settings: ScimConnectionSettings, serviceUrl: URL, parts: Parts): ScimClient {
  const { clock, random, policy } = parts
  const timeout = settings.timeoutSeconds * 1000
  const place = serviceUrl.href.replace(/\/$/, '')
  const basePath = serviceUrl.pathname.replace(/\/$/, '')
  const pool = new Pool(serviceUrl.origin, {
    connections: settings.concurrency,
    pipelining: 1,
    allowH2: false,
    headersTimeout: timeout,
    bodyTimeout: timeout,
    connect: { timeout: Math.min(timeout, 15_000), ...tlsOptions(serviceUrl, settings.ca) },
  })
  const authorization =
    settings.auth.method === 'bearer'
      ? bearer(settings.auth.token)
      : clientCredentials(settings.auth, {
          ...parts,
          timeout,
          connect: { timeout: Math.min(timeout, 15_000), ...tlsOptions(new URL(settings.auth.tokenUrl), settings.ca) },
        })
  const pause = sharedPause(clock)
  let hasAnswered = false

  function dispatch(request: ScimRequest, token: string, body: string | null): Promise<Dispatcher.ResponseData> {
    const headers: Record<string, string> = { accept: 'application/scim+json, application/json', authorization: token }
    const other = request.basePath
    if (body !== null) headers['content-type'] = other === undefined ? 'application/scim+json' : 'application/json'
    if (typeof request.version === 'string') headers['if-match'] = request.version
    return pool.request({ method: request.method, path: (other ?? basePath) + request.path, headers, body })
  }

  async function send(request: ScimRequest): Promise<Answer | LostAnswer> {
    const started = clock.now().getTime()
    let body = request.body ?? null
    let renewed = 0
    for (let attempt = 1; ; attempt++) {
      await pause.over()
      const token = await authorization.header()
      let outcome: Answer | LostAnswer | ConnectorError
      let retryAfter: number | null = null
      let effect: 'none' | 'possible' = 'possible'
      try {
        const response = await dispatch(request, token, body)
        hasAnswered = true
        const answer = await readAnswer(response, place, attempt - 1)
        if (answer.status === 401) {
          if (renewed++ === 0 && authorization.renewable(token)) {
            attempt--
            continue
          }
          throw unauthorized(answer)
        }
        if (!retryStatuses.has(answer.status)) return answer
        if (untouchedStatuses.has(answer.status)) effect = 'none'
        retryAfter = retryAfterMilliseconds(header(response, 'retry-after'), clock.now())
        outcome = answer
      } catch (cause) {
        if (cause instanceof ConnectorError) throw cause
        const failure = connectionFailure(cause, place)
        if (failure.again === 'hopeless') throw failure.error
        if (failure.when === 'before-sending') effect = 'none'
        outcome =
          failure.when === 'before-sending'
            ? failure.error
            : { kind: 'lost', detail: failure.error.message, remedy: failure.error.remedy, retries: attempt - 1 }
      }
      const delay = retryDelay(policy, attempt, random, retryAfter)
      const attempts = hasAnswered ? policy.attempts : Math.min(policy.attempts, firstContactAttempts)
      const isLast = attempt >= attempts || clock.now().getTime() - started + delay > policy.totalTime
      if (isLast) {
        if (outcome instanceof ConnectorError) throw outcome
        return outcome
      }
      if (retryAfter === null && effect === 'possible') await clock.sleep(delay)
      else pause.extend(delay)
      if (effect === 'possible' && request.beforeRepeat !== undefined) {
        const repeat = await lookBeforeRepeat(request.beforeRepeat)
        if (repeat === 'cannot-look') {
          if (outcome instanceof ConnectorError) throw outcome
          return outcome
        }
        if (repeat.kind === 'settled') return { ...repeat.answer, retries: attempt }
        body = repeat.body
      }
    }
  }

  /** A store that cannot even be looked at gets nothing sent again. */
  async function lookBeforeRepeat(look: () => Promise<Repeat>): Promise<Repeat | 'cannot-look'> {
    try {
      return await look()
    } catch (failure) {
      if (failure instanceof ConnectorError && failure.code !== 'unauthorized') return 'cannot-look'
      throw failure
    }
  }

  function unauthorized(answer: Answer): ConnectorError {
    return new ConnectorError({
      side: 'store',
      code: 'unauthorized',
      message: `The store does not accept the token (401)${answer.detail === '' ? '' : `: ${answer.detail.replace(/\.+$/, '')}`}.`,
      remedy: 'Check store.auth: a token that is wrong, has expired or was withdrawn must be replaced.',
      place,
    })
  }

  return {
    place,
    send,
    async close() {
      await Promise.all([pool.destroy(), authorization.close()])
    },
  }
}
