import type { LinearRegex } from './linearRegex.ts'

/** A part of a URI pattern: text that stands for itself, or a place where a value of an entry goes. */
export type PatternPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'placeholder'
      /** In the administrator's spelling. */
      readonly attribute: string
      /** Null takes the whole value. */
      readonly regex: LinearRegex | null
    }

/** The address of people's pictures with places for their attributes (DC-70). */
export interface UriPattern {
  readonly text: string
  readonly parts: readonly PatternPart[]
  /** Attributes that it needs, each once. */
  readonly attributes: readonly string[]
}
