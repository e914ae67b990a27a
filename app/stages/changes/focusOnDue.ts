import type { Tracking } from '../../source/tracking.ts'
import type { Gathering } from './gathering.ts'
import { readUnread } from './readUnread.ts'

/** Takes in who is due by the clock, and whom a run that was killed may have left half done. */
export async function focusOnDue(gathering: Gathering, tracking: Tracking | null): Promise<void> {
  const { parts, workspace } = gathering
  const { state, settings, now } = parts
  const at = now()
  const vanishedBefore = new Date(at.getTime() - settings.softDeleteDays * 24 * 60 * 60 * 1000)
  const open = state.plans.openCreations().flatMap(({ change }) => change.anchor ?? [])
  workspace.focus.focusOnDue(at, vanishedBefore, [...open, ...state.plans.changedBeside()])
  const unsettled = state.plans.unsettled()
  if (unsettled !== null) workspace.focus.focusOnUnsettled(unsettled)
  await readUnread(gathering, tracking)
}
