/**
 * An assertion value of a filter. Built by `assertionValue` or `textAssertion`; two values with equal `bytes` are the
 * same value, however they were written.
 */
export interface AssertionValue {
  readonly bytes: Uint8Array
  /** The value as the filter spelled it, escapes included. */
  readonly source: string
  /** The value in the form in which an entry's attributes hold it: text when the bytes are UTF-8, otherwise base64. */
  readonly text: string
}

/** `(attribute=value)` and its relatives. Attribute descriptions stand as written, with their options. */
export interface ComparisonFilter {
  readonly kind: 'equality' | 'greaterOrEqual' | 'lessOrEqual' | 'approx'
  readonly attribute: string
  readonly value: AssertionValue
}

/** `(attribute=initial*any*final)`; at least one part is there and none is empty. */
export interface SubstringsFilter {
  readonly kind: 'substrings'
  readonly attribute: string
  readonly initial?: AssertionValue
  readonly any: readonly AssertionValue[]
  readonly final?: AssertionValue
}

/** `(attribute:dn:matchingRule:=value)`; `attribute` or `matchingRule` is there. */
export interface ExtensibleFilter {
  readonly kind: 'extensible'
  readonly attribute?: string
  readonly matchingRule?: string
  /** Whether the parts of the DN count as attributes too. */
  readonly dnAttributes: boolean
  readonly value: AssertionValue
}

/** A search filter (RFC 4511 4.5.1.7, RFC 4515). An empty `and` is true, an empty `or` is false (RFC 4526). */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly filters: readonly Filter[] }
  | { readonly kind: 'not'; readonly filter: Filter }
  | { readonly kind: 'present'; readonly attribute: string }
  | ComparisonFilter
  | SubstringsFilter
  | ExtensibleFilter
