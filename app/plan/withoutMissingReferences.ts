import type { Anchor } from '../model/anchor.ts'
import type { ResourceState } from '../model/change.ts'
import type { PlanItem, UnplacedChange } from './planItem.ts'

/**
 * A change of one entry alone, without references to what this plan does not create: whoever comes first with the others
 * sets them. A change of which nothing is left is an object that is equal.
 */
export function withoutMissingReferences(item: PlanItem, only: Anchor): PlanItem {
  if (item.kind !== 'change') return item
  const change = withoutMissingMembers(withoutMissingManager(item.change, only), only)
  if (change === item.change || !isEmpty(change)) return { kind: 'change', change }
  const { objectKind, name, dn, anchor, resourceId } = change
  return {
    kind: 'object',
    object: { outcome: 'matched', objectKind, name, dn, anchor, resourceId, reason: { kind: 'equal' } },
  }
}

function withoutMissingManager(change: UnplacedChange, only: Anchor): UnplacedChange {
  const manager = change.after?.values?.manager
  if (!manager?.startsWith('entry:') || manager === `entry:${only}`) return change
  const { managerNames: _, ...others } = change
  return {
    ...others,
    before: change.before && withoutManager(change.before),
    after: change.after && withoutManager(change.after),
    ...(change.reason.kind === 'differs' && {
      reason: { kind: 'differs', attributes: change.reason.attributes.filter((attribute) => attribute !== 'manager') },
    }),
  }
}

function withoutManager(state: ResourceState): ResourceState {
  if (state.values === undefined) return state
  const { manager: _, ...values } = state.values
  return { ...state, values }
}

function withoutMissingMembers(change: UnplacedChange, only: Anchor): UnplacedChange {
  const { members } = change
  if (!members) return change
  const add = members.add.filter(({ resourceId, anchor }) => resourceId !== null || anchor === only)
  return add.length === members.add.length ? change : { ...change, members: { ...members, add } }
}

function isEmpty({ kind, after, members }: UnplacedChange): boolean {
  if (kind !== 'update') return false
  const { values = {}, ...others } = after ?? {}
  const moved = members ? members.add.length + members.remove.length : 0
  return Object.keys(values).length === 0 && Object.keys(others).length === 0 && moved === 0
}
