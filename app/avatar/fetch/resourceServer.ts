import { getCACertificates } from 'node:tls'
import { Agent, type Dispatcher, request } from 'undici'
import type { PictureProblem } from '../pictureProblem.ts'
import { type AllowedAddresses, addressGuard } from './addressGuard.ts'
import { connectionProblem } from './connectionProblem.ts'
import { defaultFetchLimits, type FetchLimits } from './fetchLimits.ts'
import { type Network, systemNetwork } from './network.ts'
import { nextAddress } from './nextAddress.ts'
import { readBody } from './readBody.ts'
import { type SentCredential, statusProblem } from './statusProblem.ts'
import type { Validators } from './validators.ts'

export interface Credential {
  /** Holds no colon (RFC 7617). */
  readonly user: string
  readonly password: string
}

export interface ResourceServerOptions {
  /** For the server that is asked, never for one to which it redirects. */
  readonly credential: Credential | null
  readonly addresses: AllowedAddresses
  readonly limits?: FetchLimits
  readonly network?: Network
}

export type FetchOutcome =
  | {
      readonly kind: 'fetched'
      readonly bytes: Buffer
      /** Where redirects led. */
      readonly finalUri: string
      readonly validators: Validators
    }
  | { readonly kind: 'not-modified' }
  | { readonly kind: 'refused'; readonly problem: PictureProblem }

/** Fetches pictures by HTTP (DC-71, DC-72). */
export interface ResourceServer {
  /**
   * What is at `uri`, an http or https address. With `known` the server is asked to send it only when it has changed.
   * Never throws for what a server does.
   */
  fetch(uri: string, known?: Validators): Promise<FetchOutcome>
  close(): Promise<void>
}

interface Hop {
  readonly url: URL
  readonly redirects: number
  readonly credential: SentCredential
}

/** `credential` must have no colon in the user. Connections are kept for the next picture of the same server. */
export function resourceServer(options: ResourceServerOptions): ResourceServer {
  const { credential, addresses, limits = defaultFetchLimits, network = systemNetwork } = options
  const guard = addressGuard(network, addresses)
  const agent = new Agent({
    allowH2: false,
    headersTimeout: limits.stallTime,
    bodyTimeout: limits.stallTime,
    connect: {
      timeout: limits.connectTime,
      lookup: guard.lookup,
      minVersion: 'TLSv1.2',
      ca: [...getCACertificates('default'), ...getCACertificates('system')],
    },
  })
  const authorization =
    credential && `Basic ${Buffer.from(`${credential.user}:${credential.password}`).toString('base64')}`

  function ask({ url, credential }: Hop, known: Validators | undefined, signal: AbortSignal) {
    guard.checkHost(url.hostname)
    const headers: Record<string, string> = { accept: 'image/*', 'accept-encoding': 'identity' }
    if (credential === 'sent' && authorization) headers.authorization = authorization
    if (known?.etag) headers['if-none-match'] = known.etag
    if (known?.lastModified) headers['if-modified-since'] = known.lastModified
    return request(url, { headers, dispatcher: agent, signal })
  }

  async function fetchFrom(uri: string, known: Validators | undefined): Promise<FetchOutcome> {
    const signal = AbortSignal.timeout(limits.totalTime)
    let hop: Hop = { url: new URL(uri), redirects: 0, credential: authorization ? 'sent' : 'none' }
    for (;;) {
      const { href } = hop.url
      try {
        const response = await ask(hop, known, signal)
        const { statusCode } = response
        if (statusCode === 200) return await received(response, href, limits.bytes)
        discard(response)
        if (statusCode === 304 && (known?.etag || known?.lastModified)) return { kind: 'not-modified' }
        if (!redirects.has(statusCode)) {
          const challenge = header(response, 'www-authenticate')
          return { kind: 'refused', problem: statusProblem(statusCode, href, hop.credential, challenge) }
        }
        const next = nextAddress(hop.url, header(response, 'location'), hop.redirects, limits.redirects)
        if (next.kind === 'refused') return next
        // Once the way has left the server of the pattern, nothing that comes back to it may use the password.
        const stays = next.url.origin === hop.url.origin
        const credential = hop.credential === 'sent' && !stays ? 'withheld' : hop.credential
        hop = { url: next.url, redirects: hop.redirects + 1, credential }
      } catch (error) {
        return { kind: 'refused', problem: connectionProblem(error, href) }
      }
    }
  }

  return { fetch: fetchFrom, close: () => agent.destroy() }
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

async function received(response: Dispatcher.ResponseData, uri: string, limit: number): Promise<FetchOutcome> {
  const body = await readBody(response, uri, limit)
  if (body.kind === 'refused') return body
  const validators = { etag: validator(response, 'etag'), lastModified: validator(response, 'last-modified') }
  return { kind: 'fetched', bytes: body.bytes, finalUri: uri, validators }
}

/** What comes with an answer that is no picture is thrown away; only after a little of it the connection can be kept. */
function discard({ body }: Dispatcher.ResponseData): void {
  body.dump({ limit: 16_384 }).catch(() => {})
}

function header({ headers }: Dispatcher.ResponseData, name: string): string {
  const value = headers[name]
  return (Array.isArray(value) ? value.join(', ') : value) ?? ''
}

/** What can be kept and sent back; longer ones would only fill the state. */
function validator(response: Dispatcher.ResponseData, name: string): string | null {
  const value = header(response, name)
  return value !== '' && value.length <= 300 && /^[\x20-\x7e]+$/.test(value) ? value : null
}
