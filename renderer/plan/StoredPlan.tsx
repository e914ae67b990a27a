import { makeStyles, tokens } from '@fluentui/react-components'
import { useCallback, useMemo } from 'react'
import type { PlanSummary } from '../../app/api/plans/planBrowser.ts'
import type { PlanHeader } from '../../app/model/plan.ts'
import { api } from '../client.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { Page } from '../components/Page.tsx'
import { goTo, useHashQuery } from '../frame/hashAddress.ts'
import { useLive } from '../frame/LiveService.tsx'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'
import { ApplyRefused } from './ApplyRefused.tsx'
import { Concerns } from './Concerns.tsx'
import { HaltNotice } from './HaltNotice.tsx'
import { Headline } from './Headline.tsx'
import { KindCards } from './KindCards.tsx'
import { LastFailure } from './LastFailure.tsx'
import { Mismatched } from './Mismatched.tsx'
import { NotApplicable } from './NotApplicable.tsx'
import { PlanActions } from './PlanActions.tsx'
import { PlanBrowser } from './PlanBrowser.tsx'
import { PlanSkeleton } from './PlanSkeleton.tsx'
import { PlanTools } from './PlanTools.tsx'
import { type PlanView, planAddress, planViewOf } from './planView.ts'
import { useApply } from './useApply.ts'
import { useDryRun } from './useDryRun.ts'

interface StoredPlanProps {
  readonly planId: number
  /** All that are stored, newest first; empty until they are known. */
  readonly plans: readonly PlanHeader[]
}

const useStyles = makeStyles({
  above: { display: 'flex', flexDirection: 'column', flexShrink: 0, gap: tokens.spacingVerticalM },
})

/** One plan: its sentence, what stands against it, its objects, and what can be done with it. */
export function StoredPlan({ planId, plans }: StoredPlanProps) {
  const { data, error, refetch } = useAnswer<PlanSummary>(['plans.summary', planId], (signal) =>
    api.plans.summary.query({ planId }, { signal }),
  )
  if (data) return <PlanContent summary={data} plans={plans} />
  if (!error) return <PlanSkeleton />
  return (
    <Page title={texts.plan.title}>
      <ErrorNotice error={error} onTryAgain={() => void refetch()} />
    </Page>
  )
}

function PlanContent({ summary, plans }: { readonly summary: PlanSummary; readonly plans: readonly PlanHeader[] }) {
  const styles = useStyles()
  const { header, kinds, applicable } = summary
  const { connection, running } = useLive()
  const query = useHashQuery()
  const view = useMemo(() => planViewOf(query, kinds), [query, kinds])
  const dryRun = useDryRun()
  const apply = useApply(header.id)
  const onView = useCallback(
    (part: Partial<PlanView>, step: 'new' | 'same' = 'new') =>
      goTo(planAddress(header.id, { ...view, ...part }), { replace: step === 'same' }),
    [header.id, view],
  )
  const pending = apply.isPending ? 'apply' : dryRun.isPending ? 'dry-run' : null
  const isBusy = running !== null || pending !== null || connection === 'lost'
  const isOpen = header.status === 'pending' || header.status === 'halted'
  const isHalted = isOpen && applicable.possible && summary.halted.length > 0

  return (
    <Page
      title={texts.plan.title}
      height="filled"
      actions={
        <PlanActions summary={summary} isBusy={isBusy} onDryRun={dryRun.start} onApply={() => apply.start([])} />
      }
    >
      <div className={styles.above}>
        <Headline
          summary={summary}
          running={running?.kind ?? pending}
          newest={plans[0]?.id ?? null}
          tools={<PlanTools planId={header.id} plans={plans} />}
        />
        {apply.error ? (
          <ApplyRefused planId={header.id} error={apply.error} />
        ) : dryRun.error ? (
          <ErrorNotice error={dryRun.error} />
        ) : (
          !isBusy && <LastFailure plan={header} />
        )}
        {isOpen && !applicable.possible && <NotApplicable why={applicable.why} remedy={applicable.remedy} />}
        {isHalted && <HaltNotice summary={summary} isBusy={isBusy} onView={onView} onApply={apply.start} />}
        <Concerns gaps={header.gaps} warnings={header.warnings} complete={header.complete} />
        <KindCards kinds={kinds} kind={view.kind} onKind={(kind) => goTo(planAddress(header.id, { kind }))} />
      </div>
      <PlanBrowser summary={summary} view={view} onView={onView} />
      <Mismatched summary={summary} isBusy={isBusy} onView={onView} onDryRun={dryRun.start} />
    </Page>
  )
}
