import { ConnectorError } from '../model/error.ts'
import type { Event } from '../model/event.ts'
import type { Counts, PlanHeader } from '../model/plan.ts'
import type { Run, RunKind, RunStatus } from '../model/run.ts'
import { PlanMovedOn } from './checkStillTrue.ts'
import type { EventRecorder, RunEvent, SyncParts } from './syncParts.ts'

interface Ended {
  readonly status: RunStatus
  readonly plan: PlanHeader
  readonly counts: Counts
}

/** Keeps the record of a run around its work: when it began, how it ended, and the events that tell of it. */
export async function recordRun(
  { state, now }: SyncParts,
  kind: RunKind,
  work: (run: Run, record: EventRecorder) => Promise<Ended>,
): Promise<{ readonly run: Run; readonly plan: PlanHeader }> {
  const run = state.runs.start(kind, now())
  const record: EventRecorder = (events) => state.events.add(ofRun(run, now(), events))
  record([{ level: 'info', side: 'connector', code: 'run-started', message: `Run ${run.id} (${kind}) started.` }])
  try {
    const { status, plan, counts } = await work(run, record)
    recordPlan(plan, record)
    const ended = state.runs.end(run.id, { status, counts, error: null }, now())
    const level = status === 'halted' || status === 'partial' ? 'warning' : 'info'
    const message = `Run ${run.id} (${kind}) ended: ${status}. Plan ${plan.id}.`
    record([{ level, side: 'connector', code: `run-${status}`, message }])
    return { run: ended, plan: state.plans.get(plan.id) ?? plan }
  } catch (error) {
    const status = statusOf(error)
    const said = describe(error)
    state.runs.end(run.id, { status, counts: null, error: said }, now())
    record([{ level: 'error', ...said, message: `Run ${run.id} (${kind}) ${status}: ${said.message}` }])
    throw error
  }
}

/** What is refused before anything is read. */
const refusals: ReadonlySet<string> = new Set([
  'no-full-sync',
  'settings-changed',
  'snapshot-lacks',
  'paused',
  'no-such-entry',
  'several-entries',
  'not-selected',
])

function statusOf(error: unknown): RunStatus {
  if (error instanceof ConnectorError && error.code === 'stopped') return 'interrupted'
  return error instanceof PlanMovedOn || isRefusal(error) ? 'refused' : 'failed'
}

function isRefusal(error: unknown): boolean {
  return error instanceof ConnectorError && (error.code.startsWith('plan-') || refusals.has(error.code))
}

function describe(error: unknown): NonNullable<Run['error']> {
  if (error instanceof ConnectorError) {
    const { side, code, message, remedy } = error
    return { side, code, message, remedy }
  }
  const message = error instanceof Error ? error.message : String(error)
  return {
    side: 'connector',
    code: 'unexpected',
    message,
    remedy: 'This is a defect of the connector: please report it.',
  }
}

function recordPlan(plan: PlanHeader, record: EventRecorder): void {
  for (const { kind, baseDn, message, remedy } of plan.gaps) {
    record([{ level: 'warning', side: 'directory', code: kind, message, remedy, object: baseDn }])
  }
  for (const { side, subject, message, remedy } of plan.warnings) {
    record([{ level: 'warning', side, code: 'warning', message, remedy, object: subject }])
  }
  for (const { name, message } of plan.halted) record([{ level: 'warning', side: 'connector', code: name, message }])
}

function* ofRun(run: Run, at: Date, events: Iterable<RunEvent>): Generator<Omit<Event, 'id'>> {
  for (const event of events) yield { at: at.toISOString(), remedy: '', runId: run.id, object: null, ...event }
}
