import type { Change } from '../model/change.ts'
import type { PlanNote, PlanObject } from '../model/plan.ts'

/** A change before it has its place in the plan. */
export type UnplacedChange = Omit<Change, 'position'>

/** What planning says about one object. */
export type PlanItem =
  | { readonly kind: 'change'; readonly change: UnplacedChange }
  | { readonly kind: 'object'; readonly object: PlanObject }
  | { readonly kind: 'note'; readonly note: PlanNote }
