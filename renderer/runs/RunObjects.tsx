import { useCallback, useMemo } from 'react'
import type { PlanSummary } from '../../app/api/plans/planBrowser.ts'
import { api } from '../client.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { goTo, useHashQuery } from '../frame/hashAddress.ts'
import { KindCards } from '../plan/KindCards.tsx'
import { PlanBrowser } from '../plan/PlanBrowser.tsx'
import { type PlanView, planViewOf, queryOfView } from '../plan/planView.ts'
import { useAnswer } from '../useAnswer.ts'

interface RunObjectsProps {
  readonly runId: number
  /** The plan that the run carried out. */
  readonly planId: number
}

/** Every object of the plan that a run carried out, with what became of it; what failed is shown first. */
export function RunObjects({ runId, planId }: RunObjectsProps) {
  const { data, error, refetch } = useAnswer<PlanSummary>(['plans.summary', planId], (signal) =>
    api.plans.summary.query({ planId }, { signal }),
  )
  if (data) return <Objects runId={runId} summary={data} />
  return error ? <ErrorNotice error={error} onTryAgain={() => void refetch()} /> : null
}

function Objects({ runId, summary }: { readonly runId: number; readonly summary: PlanSummary }) {
  const query = useHashQuery()
  const { kinds } = summary
  const view = useMemo(() => planViewOf(query.size === 0 ? failedFirst(kinds) : query, kinds), [query, kinds])
  const show = useCallback(
    (part: Partial<PlanView>, step: 'new' | 'same') => {
      const chosen = queryOfView(part)
      goTo(chosen === '' ? `/runs/${runId}` : `/runs/${runId}?${chosen}`, { replace: step === 'same' })
    },
    [runId],
  )
  const onView = useCallback(
    (part: Partial<PlanView>, step: 'new' | 'same' = 'new') => show({ ...view, ...part }, step),
    [show, view],
  )
  return (
    <>
      <KindCards kinds={kinds} kind={view.kind} onKind={(kind) => show({ kind }, 'new')} />
      <PlanBrowser summary={summary} view={view} onView={onView} />
    </>
  )
}

/** Where something failed, that is what is shown; else what a plan shows anyway. */
function failedFirst(kinds: PlanSummary['kinds']): URLSearchParams {
  const failed = kinds.find(({ tabs }) => tabs.some(({ name, count }) => name === 'failed' && count > 0))
  return new URLSearchParams(failed && { kind: failed.kind, tab: 'failed' })
}
