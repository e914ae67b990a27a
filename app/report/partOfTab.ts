import { assertNever } from '../model/assertNever.ts'
import { changeKinds } from '../model/change.ts'
import type { PlanPart } from '../state/state.ts'
import type { PlanTabName } from './planTabs.ts'

/** The part of a plan that a tab lists. */
export function partOfTab(name: PlanTabName): PlanPart {
  switch (name) {
    case 'all':
      return { kind: 'changes', kinds: changeKinds }
    case 'create':
    case 'update':
    case 'deactivate':
    case 'reactivate':
    case 'delete':
      return { kind: 'changes', kinds: [name] }
    case 'failed':
      return { kind: 'failed' }
    case 'matched':
    case 'mismatched':
    case 'skipped':
    case 'conflict':
      return { kind: 'objects', outcome: name }
    case 'note':
      return { kind: 'notes' }
    default:
      return assertNever(name)
  }
}
