/**
 * A value in the connector's canonical form (empty: nothing left of it), or what is wrong with it, ready to follow the
 * quoted value in a sentence: `has no digit`.
 */
export type Validated =
  | { readonly kind: 'valid'; readonly value: string }
  | { readonly kind: 'invalid'; readonly problem: string }

export function valid(value: string): Validated {
  return { kind: 'valid', value }
}

export function invalid(problem: string): Validated {
  return { kind: 'invalid', problem }
}
