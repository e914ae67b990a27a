import type { Run } from '../model/run.ts'
import type { Workspace, WorkspaceOptions } from '../state/workspace.ts'
import type { Scope } from './scope.ts'
import type { SyncParts } from './syncParts.ts'

/** The place where a run gathers what it reads. */
export function openWorkspace(
  { state }: SyncParts,
  { id: runId }: Run,
  { kinds, managed, groups }: Pick<Scope, 'kinds' | 'managed' | 'groups'>,
  reach: WorkspaceOptions['reach'],
): Workspace {
  return state.openWorkspace({ runId, kinds, managed, groups: groups === 'nested' ? 'nested' : 'flat', reach })
}
