import type { UseMutationResult } from '@tanstack/react-query'
import type { Settings } from '../../../app/settings/schema.ts'
import { api } from '../../client.ts'
import { problemOf } from '../../problem.ts'
import { useDeed } from '../../useDeed.ts'
import { leaveFreely } from './leaveFreely.ts'

/** `unsaved`: settings that are not saved; null for the saved ones. */
type Trial = Settings | null

/** What is held of the directory is not enough for these settings, or there is nothing yet. */
const needsDirectory: readonly string[] = ['snapshot-lacks', 'no-full-sync', 'settings-changed']

/** Makes a dry run and leads to its plan; where possible from what is held of the directory, without reading it (DC-53). */
export function useTrial(): UseMutationResult<void, Error, Trial> {
  return useDeed(async (unsaved: Trial) => {
    const { plan } = await fromSnapshotIfPossible(unsaved === null ? {} : { unsaved })
    leaveFreely(`/plans/${plan.id}`)
  })
}

async function fromSnapshotIfPossible(draft: { readonly unsaved?: Settings }) {
  try {
    return await api.dryRun.mutate({ ...draft, from: 'snapshot' })
  } catch (error) {
    if (!needsDirectory.includes(problemOf(error).code)) throw error
    return api.dryRun.mutate({ ...draft, from: 'directory' })
  }
}
