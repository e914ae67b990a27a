import type { ChangeKind } from '../../app/model/change.ts'
import type { Counts, KindCounts } from '../../app/model/plan.ts'
import type { Run } from '../../app/model/run.ts'
import { shownNumber } from '../texts/counting.ts'
import { texts } from '../texts/texts.ts'
import { changeKinds } from './changeKinds.ts'
import { wrote } from './undoable.ts'

const told: readonly (ChangeKind | 'failed')[] = [...changeKinds, 'failed']
const kinds: readonly (keyof Counts)[] = ['users', 'rooms', 'groups', 'contacts', 'avatars']

/** What a run did, or what kept it from it, in one line: `412 people added, 9 changed; 1 group deleted`. */
export function didSentence({ kind, status, counts, error }: Run): string {
  const { nothing, nothingPlanned, equal, running, interrupted } = texts.runs.did
  if (status === 'running') return running
  if (error !== null) return error.message
  const onlyPlanned = !wrote({ kind, status })
  const what =
    counts === null ? [] : kinds.map((name) => kindWords(name, counts[name], onlyPlanned ? 'planned' : 'done'))
  const shown = what.filter((words) => words !== '').join('; ')
  if (shown !== '') return shown
  if (status === 'equal') return equal
  if (status === 'interrupted') return interrupted
  return onlyPlanned ? nothingPlanned : nothing
}

function kindWords(name: keyof Counts, counts: KindCounts, as: 'planned' | 'done'): string {
  const { kinds: nouns, verbs, pictureVerbs, planned, plannedPictures } = texts.runs.did
  const done = name === 'avatars' ? pictureVerbs : verbs
  const words = as === 'done' ? done : name === 'avatars' ? plannedPictures : planned
  const [one, several] = nouns[name]
  return told
    .filter((what) => counts[what] > 0)
    .map((what, index) => {
      const noun = index > 0 ? '' : ` ${counts[what] === 1 ? one : several}`
      return `${shownNumber(counts[what])}${noun} ${words[what]}`
    })
    .join(', ')
}

/** Whether a run had nothing to do, so that a list may leave it out. */
export function isIdle({ status }: Pick<Run, 'status'>): boolean {
  return status === 'equal'
}

/** How many seconds a run took; null while it runs. */
export function secondsOf({ startedAt, endedAt }: Pick<Run, 'startedAt' | 'endedAt'>): number | null {
  return endedAt === null ? null : (Date.parse(endedAt) - Date.parse(startedAt)) / 1000
}
