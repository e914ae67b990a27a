import type { CheckedAnswer } from '../draft/useChecked.ts'
import type { EditingState } from '../draft/useEditing.ts'

/** Whether the draft can be saved as it stands. */
export function canSave({ isChanged, isOvertaken }: EditingState, { checked, isCurrent }: CheckedAnswer): boolean {
  return isChanged && !isOvertaken && isCurrent && checked !== undefined && checked.problems.length === 0
}
