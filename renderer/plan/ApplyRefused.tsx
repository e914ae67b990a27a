import { Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { PlanDifference } from '../../app/state/state.ts'
import { api } from '../client.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { problemOf } from '../problem.ts'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'
import { movedOnTo } from './lastFailure.ts'
import { planAddress } from './planView.ts'

interface ApplyRefusedProps {
  readonly planId: number
  readonly error: Error
}

/** Why a plan was not applied; when directory or cloud have moved on, what differs now, and the plan that says so. */
export function ApplyRefused({ planId, error }: ApplyRefusedProps) {
  const problem = problemOf(error)
  const now = movedOnTo(problem)
  const { data } = useAnswer<PlanDifference>(
    ['plans.difference', planId, now],
    (signal) => api.plans.difference.query({ before: planId, after: now ?? planId }, { signal }),
    { enabled: now !== null },
  )
  if (now === null) return <ErrorNotice error={error} />
  const { failed } = texts.plan
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{failed.apply}</MessageBarTitle> {problem.message}{' '}
        {data && failed.differs(data.added.count, data.gone.count)}{' '}
        <Link href={`#${planAddress(now)}`}>{failed.review(now)}</Link>
      </MessageBarBody>
    </MessageBar>
  )
}
