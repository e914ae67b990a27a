import type { JsonObject } from '../jsonObject.ts'

/** An answer of the store that means something for the request: any status but the ones that were retried away. */
export interface Answer {
  readonly kind: 'answer'
  readonly status: number
  /** Null when there was no body, or none in JSON. */
  readonly body: JsonObject | null
  readonly location: string | null
  /** The detail keyword of a SCIM error, which stores may leave out. */
  readonly scimType: string | null
  /** What the store says of an error, or the first words of its answer. */
  readonly detail: string
  /** How often the request was sent again. */
  readonly retries: number
}

/** No answer in spite of all attempts, though the store could be connected to: the request may have had its effect. */
export interface LostAnswer {
  readonly kind: 'lost'
  readonly detail: string
  readonly remedy: string
  readonly retries: number
}

/** The statuses that ask for another attempt. */
export const retryStatuses: ReadonlySet<number> = new Set([423, 429, 500, 502, 503, 504])

/** After these the store has not touched the request; after the other retry statuses it may have. */
export const untouchedStatuses: ReadonlySet<number> = new Set([423, 429])
