import type { EitherConnector } from '../../app/api/remote/eitherConnector.ts'

/** The same connector; `done` is called when a run has ended, however it did, before its result is shown. */
export function afterRuns(connector: EitherConnector, done: () => void): EitherConnector {
  return {
    ...connector,
    dryRun: (options) => connector.dryRun(options).finally(done),
    syncFull: () => connector.syncFull().finally(done),
    syncIncremental: () => connector.syncIncremental().finally(done),
    undo: (runId) => connector.undo(runId).finally(done),
    apply: (planId, approved) => connector.apply(planId, approved).finally(done),
  }
}
