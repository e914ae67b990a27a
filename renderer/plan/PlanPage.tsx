import { Button, Link } from '@fluentui/react-components'
import type { PlanHeader } from '../../app/model/plan.ts'
import { api } from '../client.ts'
import { Empty } from '../components/Empty.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { Page } from '../components/Page.tsx'
import { useHashSegments } from '../frame/hashAddress.ts'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'
import { NoPlan } from './NoPlan.tsx'
import { PlanSkeleton } from './PlanSkeleton.tsx'
import { StoredPlan } from './StoredPlan.tsx'

/** What would happen, to whom, and why: the newest plan, or the one of the address. */
export default function PlanPage() {
  const [, asked] = useHashSegments()
  const plans = useAnswer<readonly PlanHeader[]>(['plans.list'], (signal) =>
    api.plans.list.query(undefined, { signal }),
  )
  const planId = asked === undefined ? plans.data?.[0]?.id : Number(asked)

  if (asked !== undefined && !(Number.isInteger(planId) && Number(planId) > 0)) {
    const { title, message, action } = texts.plan.noSuchPlan
    return (
      <Page title={texts.plan.title}>
        <Empty title={title} message={message} action={<Link href="#/plans">{action}</Link>} />
      </Page>
    )
  }
  if (planId !== undefined) return <StoredPlan key={planId} planId={planId} plans={plans.data ?? []} />
  if (plans.data) return <NoPlan />
  if (plans.error) {
    return (
      <Page title={texts.plan.title} actions={<Button disabled>{texts.plan.again}</Button>}>
        <ErrorNotice error={plans.error} onTryAgain={() => void plans.refetch()} />
      </Page>
    )
  }
  return <PlanSkeleton />
}
