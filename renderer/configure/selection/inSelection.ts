import type { SelectionSettings } from '../../../app/settings/schema.ts'
import type { Edit } from '../draft/draft.ts'

/** An edit of which entries are selected. */
export function inSelection(values: Partial<SelectionSettings>): Edit {
  return (draft) => ({ ...draft, selection: { ...draft.selection, ...values } })
}
