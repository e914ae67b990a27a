import { ConnectorError } from '../model/error.ts'
import type { PlanHeader } from '../model/plan.ts'
import type { Run } from '../model/run.ts'
import type { State } from '../state/state.ts'
import { doneChanges } from '../undo/runTraces.ts'

/**
 * Finds the plan whose changes a run has made.
 * @throws ConnectorError (side connector) `no-such-run`, or `nothing-to-undo` for a run that wrote nothing
 */
export function checkUndoable({ runs, plans }: Pick<State, 'runs' | 'plans'>, runId: number): PlanHeader {
  const run = runs.get(runId)
  if (!run) throw noSuchRun(runId, runs.list()[0]?.id)
  if (run.planId === null) throw nothingToUndo(runId, `Run ${runId} (${run.kind}) wrote nothing: it made no plan.`)
  const plan = plans.get(run.planId)
  if (!plan) throw nothingToUndo(runId, `The plan of run ${runId} is not kept any more.`)
  const writer = runs.list().find((other) => other.planId === run.planId && mayHaveWritten(other))
  if (writer?.id !== run.id) {
    const why = writesNothing(run) ? `it only planned, as plan ${plan.id}` : `it ended as ${run.status}`
    throw nothingToUndo(runId, `Run ${runId} (${run.kind}) wrote nothing: ${why}.`, writer?.id)
  }
  for (const _ of doneChanges(plans.changes(plan.id))) return plan
  throw nothingToUndo(runId, `Run ${runId} (${run.kind}) changed nothing.`)
}

function writesNothing({ kind }: Run): boolean {
  return kind === 'dry-run' || kind === 'undo'
}

function mayHaveWritten(run: Run): boolean {
  return !writesNothing(run) && run.status !== 'halted' && run.status !== 'refused'
}

function nothingToUndo(runId: number, message: string, writer?: number): ConnectorError {
  const remedy =
    writer === undefined
      ? 'Choose a run that has changed something: `runs list` shows them with their numbers.'
      : `Its plan was applied by run ${writer}: undo that one.`
  return new ConnectorError({ side: 'connector', code: 'nothing-to-undo', message, remedy, place: `run ${runId}` })
}

function noSuchRun(runId: number, newest: number | undefined): ConnectorError {
  return new ConnectorError({
    side: 'connector',
    code: 'no-such-run',
    message: `There is no run ${runId}${newest === undefined ? ': none was made yet' : `; the newest is ${newest}`}.`,
    remedy: 'List them with `runs list`.',
    place: `run ${runId}`,
  })
}
