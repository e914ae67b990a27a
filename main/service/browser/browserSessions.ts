import { createHash, randomBytes } from 'node:crypto'

/** How long a link waits to be opened. */
export const linkMilliseconds = 10 * 60_000

/** Links that each open one session, and the sessions that were opened. Kept in memory: they end with the process. */
export interface BrowserSessions {
  /** The token of a further link; it works once, for a short time. */
  makeToken(): string
  /** The secret of a new session; undefined when the token is unknown, was used before, or is too old. */
  open(token: string): string | undefined
  knows(secret: string): boolean
}

/** @param now milliseconds of a clock that never goes back */
export function browserSessions(now: () => number): BrowserSessions {
  const tokens = new Map<string, number>()
  const sessions = new Set<string>()
  return {
    makeToken() {
      for (const [digest, until] of tokens) if (until <= now()) tokens.delete(digest)
      const token = secretText()
      tokens.set(digestOf(token), now() + linkMilliseconds)
      return token
    },
    open(token) {
      const digest = digestOf(token)
      const until = tokens.get(digest)
      tokens.delete(digest)
      if (until === undefined || until <= now()) return undefined
      const secret = secretText()
      sessions.add(digestOf(secret))
      return secret
    },
    knows: (secret) => sessions.has(digestOf(secret)),
  }
}

function secretText(): string {
  return randomBytes(32).toString('base64url')
}

/** Looked up by digest, so that the time it takes tells nothing of a secret. */
function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64')
}
