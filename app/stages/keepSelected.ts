import type { Entry } from '../model/entry.ts'
import type { Gap } from '../model/gap.ts'
import type { CompiledSelection } from '../selection/compileSelection.ts'
import { selectEntry } from '../selection/selectEntry.ts'
import type { ReadEvent } from '../source/source.ts'
import type { Workspace } from '../state/workspace.ts'

/**
 * Takes what a read by the selection's own filter gave: entries outside the exclusions into the workspace, gaps into the
 * list of gaps.
 * @returns how many entries came, before exclusions
 */
export function keepSelected(
  event: ReadEvent,
  selection: CompiledSelection,
  workspace: Workspace,
  gaps: Gap[],
): number {
  if (event.kind === 'gap') {
    gaps.push(event.gap)
    return 0
  }
  const selected: Entry[] = []
  for (const entry of event.entries) {
    const decision = selectEntry(entry, selection, 'matched')
    if (decision.kind === 'selected') selected.push({ ...entry, baseDn: decision.baseDn })
  }
  workspace.addEntries(selected)
  return event.entries.length
}
