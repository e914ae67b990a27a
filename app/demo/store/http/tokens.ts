import { randomBytes, timingSafeEqual } from 'node:crypto'

export interface StoreClient {
  readonly clientId: string
  readonly clientSecret: string
}

/** `code` is an error code of RFC 6749 section 5.2. */
export type Grant =
  | { readonly kind: 'granted'; readonly token: string; readonly expiresIn: number }
  | {
      readonly kind: 'refused'
      readonly status: 400 | 401
      readonly code: 'invalid_client' | 'invalid_request' | 'unsupported_grant_type'
    }

function isSame(left: string, right: string): boolean {
  const a = Buffer.from(left)
  const b = Buffer.from(right)
  return a.length === b.length && timingSafeEqual(a, b)
}

function formDecode(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '))
}

/** Client id and secret out of a Basic header; both are form-encoded there (RFC 6749 section 2.3.1). */
function basicCredentials(header: string | undefined): StoreClient | undefined {
  const match = /^Basic ([\w+/=-]+)$/i.exec(header ?? '')
  if (match?.[1] === undefined) return undefined
  const text = Buffer.from(match[1], 'base64').toString()
  const colon = text.indexOf(':')
  if (colon < 0) return undefined
  try {
    return { clientId: formDecode(text.slice(0, colon)), clientSecret: formDecode(text.slice(colon + 1)) }
  } catch {
    return undefined
  }
}

/** The tokens that the store accepts: a fixed one, and those it gave out for client credentials (RFC 6749 section 4.4). */
export class Tokens {
  readonly #fixed: string | undefined
  readonly #clients: readonly StoreClient[]
  readonly #lifetimeMilliseconds: number
  /** Token to the time it runs out, in milliseconds. */
  readonly #granted = new Map<string, number>()

  constructor(fixed: string | undefined, clients: readonly StoreClient[], lifetimeSeconds: number) {
    this.#fixed = fixed
    this.#clients = clients
    this.#lifetimeMilliseconds = lifetimeSeconds * 1000
  }

  /** Whether an Authorization header carries a token that is valid now. */
  accepts(header: string | undefined): boolean {
    const token = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1]
    if (token === undefined) return false
    if (this.#fixed !== undefined && isSame(token, this.#fixed)) return true
    return (this.#granted.get(token) ?? 0) > Date.now()
  }

  /** Answers a token request by its Authorization header and its form. */
  grant(header: string | undefined, form: Readonly<Record<string, string>>): Grant {
    if (form.grant_type === undefined) return { kind: 'refused', status: 400, code: 'invalid_request' }
    const given = basicCredentials(header) ?? { clientId: form.client_id ?? '', clientSecret: form.client_secret ?? '' }
    const known = this.#clients.some(
      ({ clientId, clientSecret }) => isSame(clientId, given.clientId) && isSame(clientSecret, given.clientSecret),
    )
    if (!known) return { kind: 'refused', status: 401, code: 'invalid_client' }
    if (form.grant_type !== 'client_credentials') {
      return { kind: 'refused', status: 400, code: 'unsupported_grant_type' }
    }
    const now = Date.now()
    for (const [token, end] of this.#granted) if (end <= now) this.#granted.delete(token)
    const token = randomBytes(32).toString('base64url')
    this.#granted.set(token, now + this.#lifetimeMilliseconds)
    return { kind: 'granted', token, expiresIn: this.#lifetimeMilliseconds / 1000 }
  }
}
