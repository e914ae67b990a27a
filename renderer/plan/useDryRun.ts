import { api } from '../client.ts'
import { goTo } from '../frame/hashAddress.ts'
import { useDeed } from '../useDeed.ts'
import { planAddress } from './planView.ts'

interface DryRun {
  readonly start: () => void
  readonly isPending: boolean
  readonly error: Error | null
}

/** Makes a dry run; who is still on the page then sees its plan. */
export function useDryRun(): DryRun {
  const deed = useDeed(() => api.dryRun.mutate({}))
  return {
    start: () => deed.mutate(undefined, { onSuccess: ({ plan }) => goTo(planAddress(plan.id)) }),
    isPending: deed.isPending,
    error: deed.error,
  }
}
