/** When a fault strikes. */
export interface Strike {
  /** 1 is every request, 3 is the third, sixth, ninth, … since this object was set. */
  readonly every: number
  /** How often it strikes at all; without limit when missing. */
  readonly times?: number
  /** Only requests with these methods are counted and struck; all when missing. */
  readonly methods?: readonly string[]
}

/**
 * What the store does wrong on purpose. Nothing by default; fields may be set and deleted while it runs. Faults strike
 * SCIM and contacts requests with a valid token, never the token end point.
 */
export interface Faults {
  /** Answers 429 with Retry-After in seconds, without doing the work. */
  tooManyRequests?: Strike & { readonly retryAfterSeconds: number }
  /** Answers with this status (500, 502, 503, …), without doing the work. */
  serverErrors?: Strike & { readonly status: number }
  /** Cuts the connection before doing the work. */
  dropBeforeWork?: Strike
  /** Does the work, then cuts the connection instead of answering. */
  dropAfterWork?: Strike
  /** Waits this long before everything else. */
  delayMilliseconds?: number
  /**
   * Attributes that are accepted and silently not kept: `title`, `members`, or `urn:…:User:department`. What was kept
   * before stays.
   */
  ignoreAttributes?: readonly string[]
  /** Answers 200 with an HTML page, as a proxy's sign-in page would. */
  answerHtml?: boolean
  /** At most this many resources per page, whatever was asked for. */
  shortPages?: number
}
