import type { Connector } from '../../app/api/connector.ts'
import type { RunGate } from './runGate.ts'

export interface ExclusiveOptions {
  readonly connector: Connector
  readonly gate: RunGate
  /** Hears that a run has ended or that mode, pause or waiting objects were changed. */
  changed(): void
}

/** The same connector, whose runs exclude each other. */
export function exclusiveConnector({ connector, gate, changed }: ExclusiveOptions): Connector {
  const alone: RunGate['run'] = (kind, startedBy, work) => gate.run(kind, startedBy, work).finally(changed)
  const told = <Result>(result: Result): Result => {
    changed()
    return result
  }
  return {
    ...connector,
    dryRun: (options) => alone('dry-run', 'request', () => connector.dryRun(options)),
    syncFull: () => alone('full', 'request', () => connector.syncFull()),
    syncIncremental: () => alone('incremental', 'request', () => connector.syncIncremental()),
    syncOnly: (who) => alone('only', 'request', () => connector.syncOnly(who)),
    undo: (runId) => alone('undo', 'request', () => connector.undo(runId)),
    apply: (planId, approved) => alone('apply', 'request', () => connector.apply(planId, approved)),
    pause: () => told(connector.pause()),
    resume: () => told(connector.resume()),
    setMode: (mode) => told(connector.setMode(mode)),
  }
}
