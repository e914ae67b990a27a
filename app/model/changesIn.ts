import { changeKinds } from './change.ts'
import { objectKinds, plural } from './objectKind.ts'
import type { Counts } from './plan.ts'

/** How many changes a plan holds, or a run has made, over all kinds of object. */
export function changesIn(counts: Counts): number {
  let changes = 0
  for (const objectKind of objectKinds) for (const kind of changeKinds) changes += counts[plural[objectKind]][kind]
  return changes
}
