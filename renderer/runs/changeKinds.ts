import type { ChangeKind } from '../../app/model/change.ts'

/** What can be done to an object, in the order in which it is told. */
export const changeKinds = [
  'create',
  'update',
  'deactivate',
  'reactivate',
  'delete',
] as const satisfies readonly ChangeKind[]
