import type { PlanHeader } from '../../app/model/plan.ts'
import type { Run } from '../../app/model/run.ts'

type Failure = Run & { readonly error: NonNullable<Run['error']> }

/**
 * The run that went wrong after a plan was made, and that somebody who looks at the plan should know of: a newer dry run, or
 * an attempt to apply it. Null when later runs went well.
 * @param runs newest first
 */
export function lastFailure(runs: readonly Run[], plan: Pick<PlanHeader, 'id' | 'runId'> | null): Failure | null {
  const newest = runs.find(({ status }) => status !== 'running')
  if (!newest?.error || (plan && newest.id <= plan.runId)) return null
  const concerns = newest.kind === 'dry-run' || (newest.kind === 'apply' && plan !== null)
  return concerns ? { ...newest, error: newest.error } : null
}

/** The plan that says what would change now, when a plan was refused because something has moved on. */
export function movedOnTo({ code, place }: { readonly code: string; readonly place: string | null }): number | null {
  const id = code === 'plan-moved-on' ? /^plan (\d+)$/.exec(place ?? '')?.[1] : undefined
  return id === undefined ? null : Number(id)
}
