import { Agent, type Dispatcher, request } from 'undici'
import type { Clock } from '../../../model/clock.ts'
import { ConnectorError } from '../../../model/error.ts'
import type { ScimAuth } from '../connectionSettings.ts'
import { type JsonObject, jsonNumber, jsonObject, jsonText } from '../jsonObject.ts'
import { retryStatuses } from './answer.ts'
import type { Authorization } from './authorization.ts'
import { connectionFailure } from './connectionFailure.ts'
import { firstWords, header } from './readAnswer.ts'
import { retryAfterMilliseconds } from './retryAfter.ts'
import { type RetryPolicy, retryDelay } from './retryPolicy.ts'

interface Token {
  readonly header: string
  /** Milliseconds since the epoch at which a new one is fetched. */
  readonly renewAt: number
}

interface Parts {
  readonly clock: Clock
  readonly random: () => number
  readonly policy: RetryPolicy
  readonly connect: NonNullable<Agent.Options['connect']>
  readonly timeout: number
}

/**
 * OAuth 2.0 client credentials (RFC 6749 section 4.4). The client signs in with HTTP Basic first and with the form
 * when that is refused; which one worked is remembered. A token is renewed before a tenth of its life, at most a
 * minute, is left, and after a 401. Concurrent requests share one fetch.
 */
export function clientCredentials(
  auth: Extract<ScimAuth, { method: 'clientCredentials' }>,
  parts: Parts,
): Authorization {
  const { clock, random, policy } = parts
  const agent = new Agent({ connections: 1, connect: parts.connect, headersTimeout: parts.timeout, allowH2: false })
  let clientSignIn: 'basic' | 'form' = 'basic'
  let token: Token | null = null
  let fetching: Promise<Token> | null = null

  async function send(): Promise<Dispatcher.ResponseData> {
    const form = new URLSearchParams({ grant_type: 'client_credentials' })
    if (auth.scope !== undefined) form.set('scope', auth.scope)
    const headers: Record<string, string> = {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
    }
    if (clientSignIn === 'basic') headers.authorization = `Basic ${basicCredentials(auth.clientId, auth.clientSecret)}`
    else {
      form.set('client_id', auth.clientId)
      form.set('client_secret', auth.clientSecret)
    }
    return request(auth.tokenUrl, { method: 'POST', headers, body: form.toString(), dispatcher: agent })
  }

  async function fetchToken(): Promise<Token> {
    const started = clock.now().getTime()
    for (let attempt = 1; ; attempt++) {
      let retryAfter: number | null = null
      let failure: ConnectorError
      try {
        const response = await send()
        const text = await response.body.text()
        const body = parse(text)
        const accessToken = jsonText(body?.access_token)
        if (response.statusCode < 300 && accessToken !== null) {
          const lifetime = (jsonNumber(body?.expires_in) ?? Number.POSITIVE_INFINITY) * 1000
          const margin = Math.min(60_000, lifetime / 10)
          return { header: `Bearer ${accessToken}`, renewAt: clock.now().getTime() + lifetime - margin }
        }
        failure = refusal(response.statusCode, body, text)
        if (!retryStatuses.has(response.statusCode)) {
          if (clientSignIn === 'form' || ![400, 401].includes(response.statusCode)) throw failure
          clientSignIn = 'form'
          continue
        }
        retryAfter = retryAfterMilliseconds(header(response, 'retry-after'), clock.now())
      } catch (cause) {
        if (cause instanceof ConnectorError) throw cause
        const explained = connectionFailure(cause, auth.tokenUrl)
        if (explained.again === 'hopeless') throw explained.error
        failure = explained.error
      }
      const delay = retryDelay(policy, attempt, random, retryAfter)
      if (attempt >= policy.attempts || clock.now().getTime() - started + delay > policy.totalTime) throw failure
      await clock.sleep(delay)
    }
  }

  function refusal(status: number, body: JsonObject | null, text: string): ConnectorError {
    const reason = jsonText(body?.error_description) ?? jsonText(body?.error) ?? firstWords(text)
    return new ConnectorError({
      side: 'store',
      code: retryStatuses.has(status) ? 'unavailable' : 'unauthorized',
      message: `The token address answered ${status} and gave no token${reason === '' ? '' : `: ${reason}`}.`,
      remedy: 'Check store.auth: the token address, the client id, the client secret and the scope.',
      place: auth.tokenUrl,
    })
  }

  return {
    async header() {
      if (token !== null && clock.now().getTime() < token.renewAt) return token.header
      fetching ??= fetchToken().finally(() => {
        fetching = null
      })
      token = await fetching
      return token.header
    },
    renewable(refused) {
      if (token?.header === refused) token = null
      return true
    },
    close: () => agent.destroy(),
  }
}

/** RFC 6749 section 2.3.1: both parts are form-encoded first. */
function basicCredentials(id: string, secret: string): string {
  const encode = (part: string) => new URLSearchParams({ part }).toString().slice('part='.length)
  return Buffer.from(`${encode(id)}:${encode(secret)}`).toString('base64')
}

function parse(text: string): JsonObject | null {
  try {
    return jsonObject(JSON.parse(text))
  } catch {
    return null
  }
}
