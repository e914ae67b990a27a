import type { Run } from '../model/run.ts'
import { pictureSettingsDigest } from '../settings/settingsDigest.ts'
import type { PictureOptions, Workspace, WorkspaceOptions } from '../state/workspace.ts'
import type { Scope } from './scope.ts'
import type { SyncParts } from './syncParts.ts'

/**
 * The place where a run gathers what it reads.
 * @param purpose a plan that is only looked at keeps no pictures
 */
export function openWorkspace(
  { state, settings }: Pick<SyncParts, 'state' | 'settings'>,
  { id: runId }: Run,
  scope: Pick<Scope, 'kinds' | 'managed' | 'groups' | 'contacts' | 'pictures'>,
  reach: WorkspaceOptions['reach'],
  purpose: 'look' | 'apply',
): Workspace {
  const { kinds, managed, groups, contacts } = scope
  return state.openWorkspace({
    runId,
    kinds,
    managed,
    managedOfContacts: contacts?.managed ?? [],
    groups: groups === 'nested' ? 'nested' : 'flat',
    reach,
    pictures: pictureOptions(settings, scope, purpose),
  })
}

function pictureOptions(
  { avatar }: SyncParts['settings'],
  { pictures }: Pick<Scope, 'pictures'>,
  purpose: 'look' | 'apply',
): PictureOptions | null {
  if (pictures === 'none' || avatar === undefined) return null
  return {
    source: pictureSettingsDigest(avatar),
    changesShow: avatar.source === 'attribute' ? 'entry' : 'nowhere',
    sentAs: pictures,
    bytes: purpose === 'apply' ? 'keep' : 'drop',
  }
}
