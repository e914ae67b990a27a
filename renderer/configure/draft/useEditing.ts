import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { SavedSettings } from '../../../app/api/configuration/configuration.ts'
import { api } from '../../client.ts'
import { useAnswer } from '../../useAnswer.ts'
import type { Draft, Edit } from './draft.ts'
import { draftStore } from './draftStore.ts'
import { emptyDraft } from './emptyDraft.ts'

/** The draft of the window, ready to be edited. */
export interface EditingState {
  readonly draft: Draft
  readonly change: (edit: Edit) => void
  readonly isChanged: boolean
  /** What is saved now; null where nothing is yet. */
  readonly saved: SavedSettings | null
  /** Names the saved state that the draft was made from. */
  readonly revision: string | null
  /** Somebody else saved settings after the draft was begun. */
  readonly isOvertaken: boolean
}

export type EditingAnswer =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly again: () => void }
  | { readonly kind: 'ready'; readonly editing: EditingState }

/** The saved settings under the changes of this window; where nothing was saved yet, an empty draft. */
export function useEditing(): EditingAnswer {
  const editing = useSyncExternalStore(draftStore.subscribe, draftStore.current)
  const {
    data: saved,
    error,
    refetch,
  } = useAnswer(['configuration', 'saved'], (signal) => api.configuration.saved.query(undefined, { signal }))
  const start = useMemo(emptyDraft, [])
  const change = useCallback((edit: Edit) => draftStore.change(saved ?? null, start, edit), [saved, start])
  if (saved === undefined) {
    return error === null ? { kind: 'loading' } : { kind: 'failed', error, again: () => void refetch() }
  }
  const revision = editing === null ? (saved?.revision ?? null) : (editing.base?.revision ?? null)
  return {
    kind: 'ready',
    editing: {
      draft: editing?.draft ?? saved?.settings ?? start,
      change,
      isChanged: editing !== null,
      saved,
      revision,
      isOvertaken: editing !== null && revision !== (saved?.revision ?? null),
    },
  }
}
