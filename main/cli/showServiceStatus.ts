import type { RunningRun, ServiceStatus } from '../../app/api/overview/serviceStatus.ts'
import { findService } from '../service/findService.ts'
import { exitCode } from './exitCode.ts'
import { describeProgress } from './progressLine.ts'
import type { Terminal } from './terminal.ts'

/** What `service status` prints; gives the exit code. */
export async function showServiceStatus(terminal: Terminal): Promise<number> {
  const found = await findService(terminal.dataFolder)
  if (terminal.json) terminal.printJson(found ? { running: true, ...statusObject(found.status) } : { running: false })
  else for (const line of found ? statusLines(found.status) : absent(terminal.dataFolder)) terminal.print(line)
  return found ? exitCode.done : exitCode.serviceNotRunning
}

/** `running` says whether the service does; what it works on is `run`. */
function statusObject({ running, ...status }: ServiceStatus): object {
  return { ...status, run: running }
}

function absent(dataFolder: string): readonly string[] {
  return [
    `No service runs for ${dataFolder}.`,
    'Start one with your service manager, or in front with `service run`; `service install` registers it.',
  ]
}

function statusLines({
  version,
  pid,
  since,
  mode,
  pausedAt,
  running,
  next,
  lastRuns,
}: ServiceStatus): readonly string[] {
  return [
    `The service runs: version ${version}, process ${pid}, since ${since}.`,
    `Mode:    ${mode}${pausedAt === null ? '' : `, paused since ${pausedAt}`}`,
    `Now:     ${running === null ? 'nothing' : describeRunning(running)}`,
    `Next:    ${next === null ? 'not scheduled' : `${next.lane} sync at ${next.at}`}`,
    ...lastRuns.map(({ id, kind, status, endedAt }, position) => {
      const label = position === 0 ? 'Last:    ' : 'Before:  '
      return `${label}run ${id} (${kind}) ${status}${endedAt === null ? '' : `, ended ${endedAt}`}`
    }),
  ]
}

function describeRunning({ kind, startedBy, startedAt, progress }: RunningRun): string {
  const by = startedBy === 'schedule' ? ' by the schedule' : ''
  return `${kind}${by}, since ${startedAt}${progress === null ? '' : `; ${describeProgress(progress, 0)}`}`
}
