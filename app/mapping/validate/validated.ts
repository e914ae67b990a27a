/**
 * A value in the connector's canonical form (empty: nothing left of it), or what is wrong with it, ready to follow the
 * quoted value in a sentence: `has no digit`.
 *
 * A `note` says that the value was changed in more than spelling, replaced, or let through with a doubt; it follows the
 * quoted value too: `names no country; de-DE is used`.
 */
export type Validated =
  | { readonly kind: 'valid'; readonly value: string; readonly note?: string }
  | { readonly kind: 'invalid'; readonly problem: string }

export function valid(value: string): Validated {
  return { kind: 'valid', value }
}

export function validWithNote(value: string, note: string): Validated {
  return { kind: 'valid', value, note }
}

export function invalid(problem: string): Validated {
  return { kind: 'invalid', problem }
}
