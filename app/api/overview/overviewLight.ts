import { changesIn } from '../../model/changesIn.ts'
import type { PlanHeader } from '../../model/plan.ts'
import type { Run } from '../../model/run.ts'
import { counted, number } from '../../report/counted.ts'
import { failedIn, runSentence } from '../../report/runSentence.ts'
import { planSettingsDigest } from '../../settings/settingsDigest.ts'
import type { State } from '../../state/state.ts'
import type { PresentSettings } from '../configuration/presentSettings.ts'
import type { Light } from './overview.ts'

/**
 * What one has to know first, in this order: that nothing can work, that the last run failed, that somebody has to decide,
 * that nothing happens by itself, what is left to do.
 *
 * @param ended runs, newest first
 */
export function overviewLight(state: State, present: PresentSettings, ended: readonly Run[]): Light {
  if (present.kind === 'none') return { kind: 'not-set-up', sentence: 'Nothing is set up yet.', page: '/start' }
  if (present.kind === 'broken') {
    return { kind: 'failed', sentence: present.error.message, page: '/configure/general' }
  }
  const digest = planSettingsDigest(present.settings)
  // A run that was refused has found nothing out; one of settings that were only tried neither.
  const last = ended.find(({ status }) => status !== 'refused') ?? null
  const waiting = waitingPlan(state, digest)
  return (
    failure(last) ??
    halt(waiting) ??
    pause(state) ??
    neverSynced(state, waiting) ??
    changes(waiting) ??
    changedSettings(state, digest) ?? { kind: 'equal', sentence: 'Everything is equal.', page: null }
  )
}

/** The newest plan, when it is of the present settings and was not applied. */
function waitingPlan({ plans }: State, digest: string): PlanHeader | null {
  const newest = plans.list(10).find(({ settingsDigest }) => settingsDigest === digest)
  return newest?.status === 'pending' || newest?.status === 'halted' ? newest : null
}

function failure(run: Run | null): Light | null {
  const page = `/runs/${run?.id}`
  switch (run?.status) {
    case 'failed':
    case 'interrupted':
      return { kind: 'failed', sentence: runSentence(run), page }
    case 'partial': {
      const failed = run.counts ? failedIn(run.counts) : 0
      const sentence =
        failed > 0
          ? `In the last run ${counted(failed, 'change')} failed.`
          : 'In the last run the directory could not be read whole.'
      return { kind: 'failed', sentence, page }
    }
    default:
      return null
  }
}

function halt(plan: PlanHeader | null): Light | null {
  if (plan?.status !== 'halted') return null
  const [first, ...others] = plan.halted
  const [said = ''] = /^.*?(?= \(|\. |$)/.exec(first?.message ?? 'Halted') ?? []
  const more = others.length > 0 ? `, and ${counted(others.length, 'more reason')}` : ''
  return { kind: 'halted', sentence: `${said}${more}.`, page: `/plans/${plan.id}` }
}

function pause({ control }: State): Light | null {
  if (control.get().pausedAt === null) return null
  return { kind: 'paused', sentence: 'The schedule is paused.', page: '/configure/schedule' }
}

function neverSynced(state: State, plan: PlanHeader | null): Light | null {
  if (state.snapshot() !== null) return null
  if (plan === null) return { kind: 'never-synced', sentence: 'Nothing was synchronized yet.', page: '/plans' }
  const planned = number(changesIn(plan.counts))
  const sentence = `Nothing was synchronized yet: a plan with ${planned} changes waits to be looked at.`
  return { kind: 'never-synced', sentence, page: `/plans/${plan.id}` }
}

function changes(plan: PlanHeader | null): Light | null {
  const planned = plan === null ? 0 : changesIn(plan.counts)
  if (plan === null || planned === 0) return null
  const sentence = `${counted(planned, 'change')} ${planned === 1 ? 'waits' : 'wait'} to be applied.`
  return { kind: 'changes-waiting', sentence, page: `/plans/${plan.id}` }
}

function changedSettings({ snapshot }: State, digest: string): Light | null {
  if (snapshot()?.settingsDigest === digest) return null
  const sentence = 'The settings have changed since the last full sync: a dry run shows what that means.'
  return { kind: 'changes-waiting', sentence, page: '/plans' }
}
