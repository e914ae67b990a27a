import type { Overview } from '../../app/api/overview/overview.ts'
import type { Run, RunStatus } from '../../app/model/run.ts'
import { texts } from '../texts/texts.ts'
import { segmentsOf } from './hashAddress.ts'
import type { Notice } from './useNotices.tsx'

const { told } = texts.frame

const intents: Readonly<Record<RunStatus, Notice['intent']>> = {
  running: 'info',
  planned: 'success',
  equal: 'success',
  done: 'success',
  partial: 'warning',
  halted: 'warning',
  refused: 'warning',
  failed: 'error',
  interrupted: 'warning',
}

/** How a run has ended, in a few words, with where to look. */
export function noticeOfRun({ run, sentence }: Overview['lastRuns'][number]): Notice {
  const needsReview = run.planId !== null && (run.status === 'planned' || run.status === 'halted')
  return {
    intent: intents[run.status],
    title: `${texts.runKinds[run.kind]} ${told.ended[run.status]}`,
    body: sentence,
    links: [
      needsReview
        ? { label: told.showPlan, address: `/plans/${run.planId}` }
        : { label: told.show, address: `/runs/${run.id}` },
    ],
  }
}

/** Whether the page of an address shows how this run has ended. */
export function showsRun(address: string, { id, planId }: Pick<Run, 'id' | 'planId'>): boolean {
  const [page, shown] = segmentsOf(address)
  if (page === 'start') return true
  if (page === 'plans') return shown === undefined || shown === String(planId)
  return page === 'runs' && shown === String(id)
}
