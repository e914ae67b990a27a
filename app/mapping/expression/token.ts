/** A piece of an expression's text. `position` is its offset in UTF-16 units, from 0. */
export type Token =
  | { readonly kind: 'literal'; readonly text: string; readonly position: number }
  | { readonly kind: 'name'; readonly name: string; readonly position: number }
  | { readonly kind: '%' | '-' | '+' | '|' | '(' | ')' | 'end'; readonly position: number }
