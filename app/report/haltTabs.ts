import { type ObjectKind, objectKinds, plural } from '../model/objectKind.ts'
import type { HaltReason } from '../model/plan.ts'
import type { PlanTabName } from './planTabs.ts'

/** Which lists of a plan hold the objects for which a guard halted it; `kind` is null where it is about several kinds. */
export interface HaltTabs {
  readonly kind: ObjectKind | null
  readonly tabs: readonly PlanTabName[]
}

/** @param name as guards give it: `deletions-users` */
export function haltTabs({ name }: Pick<HaltReason, 'name'>): HaltTabs {
  const kind = objectKinds.find((each) => name.endsWith(`-${plural[each]}`)) ?? null
  const guarded = kind === null ? name : name.slice(0, -plural[kind].length - 1)
  switch (guarded) {
    case 'deletions':
    case 'empty-read':
      return { kind, tabs: kind === 'user' || kind === 'room' ? ['deactivate', 'delete'] : ['delete'] }
    case 'creates':
      return { kind, tabs: ['create'] }
    case 'updates':
      return { kind, tabs: ['update'] }
    default:
      return { kind, tabs: [] }
  }
}
