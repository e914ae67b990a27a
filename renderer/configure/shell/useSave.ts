import { type UseMutationResult, useQueryClient } from '@tanstack/react-query'
import type { SavedSettings } from '../../../app/api/configuration/configuration.ts'
import { api } from '../../client.ts'
import { useDeed } from '../../useDeed.ts'
import { draftStore } from '../draft/draftStore.ts'
import type { EditingState } from '../draft/useEditing.ts'

/** Saves the draft over the state that it was made from. Refused when somebody else has saved another one meanwhile. */
export function useSave({
  draft,
  revision,
}: Pick<EditingState, 'draft' | 'revision'>): UseMutationResult<SavedSettings, Error, void> {
  const queries = useQueryClient()
  return useDeed(async () => {
    const saved = await api.configuration.save.mutate({ draft, revision })
    // Known before it is asked for again, so that no field shows for a moment what was there before.
    queries.setQueryData(['configuration', 'saved'], saved)
    draftStore.saved(draft, saved)
    return saved
  })
}
