import { groupCycles } from './groupCycles.ts'
import type { PlanItem } from './planItem.ts'
import type { PlanningData } from './planningData.ts'

const namedAtMost = 4

/** Tells of groups that are members of themselves. They are synchronized all the same; nothing goes round in circles. */
export function* noteCycles(data: Pick<PlanningData, 'nestings' | 'groupNamed'>): Generator<PlanItem> {
  for (const cycle of groupCycles(data.nestings())) {
    const groups = cycle.flatMap((anchor) => data.groupNamed(anchor) ?? [])
    const first = groups.find(({ standing }) => standing === 'planned')
    if (first === undefined) continue
    const others = groups.filter((group) => group !== first).map(({ name }) => name)
    const named = others.slice(0, namedAtMost)
    const more = others.length > namedAtMost ? ` and ${others.length - namedAtMost} more` : ''
    const through = named.length === 0 ? '' : ` through ${named.join(', ')}${more}`
    const problem = `The group is a member of itself${through}. Members of all of them count once.`
    yield { kind: 'note', note: { objectKind: 'group', name: first.name, dn: first.dn, attribute: 'members', problem } }
  }
}
