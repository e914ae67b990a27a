import type { Entry, EntryKind } from '../model/entry.ts'
import type { Gap } from '../model/gap.ts'
import { requiredAttributes } from '../selection/requiredAttributes.ts'
import { selectEntry } from '../selection/selectEntry.ts'
import type { Workspace } from '../state/workspace.ts'
import type { Scope } from './scope.ts'
import type { SyncParts } from './syncParts.ts'

export interface GatheredDirectory {
  /** Entries that the directory gave, of each kind, before exclusions. */
  readonly read: Readonly<Record<EntryKind, number>>
  readonly gaps: readonly Gap[]
}

/** Reads the selected entries of every kind into the workspace, and every way in which that stayed incomplete. */
export async function gatherDirectory(
  { source, progress }: SyncParts,
  { kinds, selection, mapping }: Scope,
  workspace: Workspace,
): Promise<GatheredDirectory> {
  const read = { user: 0, group: 0 }
  const gaps: Gap[] = []
  let done = 0
  for (const kind of kinds) {
    const request = {
      kind,
      baseDns: selection.bases.map(({ dn }) => dn),
      filter: selection.filters[kind].text,
      attributes: requiredAttributes(kind, mapping, selection),
    }
    for await (const event of source.read(request)) {
      if (event.kind === 'gap') {
        gaps.push(event.gap)
        continue
      }
      const selected: Entry[] = []
      for (const entry of event.entries) {
        const decision = selectEntry(entry, selection, 'matched')
        if (decision.kind === 'selected') selected.push({ ...entry, baseDn: decision.baseDn })
      }
      workspace.addEntries(selected)
      read[kind] += event.entries.length
      done += event.entries.length
      progress({ phase: 'read-directory', done })
    }
  }
  return { read, gaps }
}
