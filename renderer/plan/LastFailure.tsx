import { Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { PlanHeader } from '../../app/model/plan.ts'
import type { Run } from '../../app/model/run.ts'
import { api } from '../client.ts'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'
import { lastFailure } from './lastFailure.ts'

/** The dry run or the attempt to apply that went wrong since a plan was made, for who was not there to see it. */
export function LastFailure({ plan }: { readonly plan: Pick<PlanHeader, 'id' | 'runId'> | null }) {
  const { data } = useAnswer<readonly Run[]>(['runs'], (signal) => api.runs.query(undefined, { signal }))
  const run = lastFailure(data ?? [], plan)
  if (run === null) return null
  const { failed } = texts.plan
  const { side, message, remedy } = run.error
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{run.kind === 'apply' ? failed.apply : failed['dry-run']}</MessageBarTitle> {texts.sides[side]}
        : {message} {remedy} <Link href={`#/runs/${run.id}`}>{failed.showRun(run.id)}</Link>
      </MessageBarBody>
    </MessageBar>
  )
}
