import { api } from '../client.ts'
import { goTo } from '../frame/hashAddress.ts'
import { useDeed } from '../useDeed.ts'
import { planAddress } from './planView.ts'

interface Apply {
  readonly start: (approved: readonly string[]) => void
  readonly isPending: boolean
  readonly error: Error | null
}

/** Applies a plan; who is still on the page then sees what became of it, failures first. */
export function useApply(planId: number): Apply {
  const deed = useDeed((approved: readonly string[]) => api.applyPlan.mutate({ planId, approved: [...approved] }))
  return {
    start: (approved) => deed.mutate(approved, { onSuccess: () => goTo(planAddress(planId), { replace: true }) }),
    isPending: deed.isPending,
    error: deed.error,
  }
}
