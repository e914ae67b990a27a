import { canAsk } from './directoryDraft.ts'
import type { Draft } from './draft.ts'
import { useChecked } from './useChecked.ts'

/** Whether the directory can be asked with these parts of the draft as they stand: they were looked at, and nothing is wrong. */
export function useAskable(draft: Draft, parts: Parameters<typeof canAsk>[1]): boolean {
  const { checked, isCurrent } = useChecked(draft)
  return isCurrent && checked !== undefined && canAsk(checked.problems, parts)
}
