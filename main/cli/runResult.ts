import type { Connector } from '../../app/api/connector.ts'
import { changesIn } from '../../app/model/changesIn.ts'
import type { SnapshotHeader } from '../../app/model/snapshotHeader.ts'
import { planText } from '../../app/report/planText.ts'
import type { SyncResult } from '../../app/sync.ts'
import { exitCodeOf } from './exitCode.ts'
import type { Terminal } from './terminal.ts'

const linesPerSection = 10
/** Events that concern whoever waits for the run to end. */
const toldAtOnce: ReadonlySet<string> = new Set(['mode-automatic', 'compared-whole', 'server-changed', 'paused'])

/** The object that `dry-run`, `sync`, `apply` and `runs undo` print with --json. */
export function runResult({ run, plan }: SyncResult, snapshot: SnapshotHeader | null): object {
  const { id: planId, digest, complete, halted, basis } = plan
  const { method, server } = snapshot?.watermark ?? {}
  return {
    runId: run.id,
    planId,
    digest,
    complete,
    halted: halted.length > 0 ? { reasons: halted } : null,
    counts: run.counts ?? plan.counts,
    ...('method' in basis && { changes: { read: basis.read, method: basis.method } }),
    ...('method' in basis && { watermark: method === undefined ? null : { method, server } }),
  }
}

/** Shows how a run ended, and gives the exit code for it. */
export function printRun(
  result: SyncResult,
  connector: Pick<Connector, 'plan' | 'snapshot' | 'events'>,
  terminal: Terminal,
  settings: 'saved' | 'unsaved' = 'saved',
): number {
  const { run, plan } = result
  if (terminal.json) terminal.printJson(runResult(result, connector.snapshot()))
  else {
    const detail = run.status === 'planned' || run.status === 'halted' ? 'everything' : 'problems'
    for (const line of planText(connector.plan(plan.id), { detail, limit: linesPerSection })) terminal.print(line)
  }
  if (!terminal.json) {
    terminal.print('')
    terminal.print(closingLine(result, settings))
    for (const { code, message, remedy } of connector.events({ runId: run.id })) {
      if (toldAtOnce.has(code)) terminal.print(`${message} ${remedy}`)
    }
  }
  return exitCodeOf(run.status)
}

function closingLine({ run, plan }: SyncResult, settings: 'saved' | 'unsaved'): string {
  const approvals = plan.halted.map(({ name }) => ` --approve ${name}`).join('')
  const first = settings === 'unsaved' ? 'save these settings with settings import, then ' : ''
  switch (run.status) {
    case 'planned':
    case 'halted':
      if (plan.halted.length > 0)
        return `Nothing was written. To accept plan ${plan.id}: ${first}apply ${plan.id}${approvals}`
      if (changesIn(plan.counts) === 0) return 'Nothing was written, and there is nothing to apply.'
      return `Nothing was written. To apply exactly this plan: ${first}apply ${plan.id}`
    case 'equal':
      if (run.kind === 'only') return `Run ${run.id}: nothing to do for this entry.`
      if (run.kind === 'incremental') return `Run ${run.id}: nothing to do, nothing that is mapped has changed.`
      return `Run ${run.id}: nothing to do, directory and store are equal.`
    case 'partial':
      if (!plan.complete) return `Run ${run.id} is done, but not everything could be read: nothing was taken away.`
      return `Run ${run.id} is done, but not everything worked. The whole list: plans show ${plan.id}`
    default:
      return `Run ${run.id} is ${run.status}. The whole list: plans show ${plan.id}`
  }
}
