import type { Outcome } from '../model/change.ts'

/** The code of a change of which all was done but a reference to what could not be created. */
export const referenceMissing = 'reference-missing'

export type ReferenceMissing = Extract<Outcome, { readonly kind: 'failed' }> & {
  readonly code: typeof referenceMissing
}
