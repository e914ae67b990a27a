import type { Join } from './planningData.ts'

/**
 * Keeps creations within the most that a store holds of a kind: in the order in which they come, as many as there is room
 * for; the rest is held back and told. Who is in the store already keeps the place.
 * @param cap null without a limit; `held` is how many the store holds when the first one is created
 * @returns the stage: it takes the joins one by one
 */
export function withinCap(cap: { readonly atMost: number; readonly held: number } | null): (join: Join) => Join {
  if (cap === null) return (join) => join
  const { atMost } = cap
  let room = atMost - cap.held
  return (join) => {
    if (join.kind !== 'create') return join
    room -= 1
    if (room >= 0) return join
    return { kind: 'held', outcome: 'skipped', reason: { kind: 'over-cap', cap: atMost } }
  }
}
