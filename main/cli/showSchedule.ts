import { describeSchedule } from '../../app/schedule/describeSchedule.ts'
import { loadSettings } from '../../app/settings/settingsFile.ts'
import { findService } from '../service/findService.ts'
import { systemClock } from '../systemClock.ts'
import { exitCode } from './exitCode.ts'
import type { Terminal } from './terminal.ts'
import { withConnector } from './withConnector.ts'

/** What `schedule show` prints; gives the exit code. */
export async function showSchedule(terminal: Terminal): Promise<number> {
  const control = await withConnector(terminal, 'read', 'schedule', async (connector) => connector.control())
  const { schedule } = await loadSettings(terminal.dataFolder)
  const described = describeSchedule(schedule, systemClock.now())
  const service = await findService(terminal.dataFolder)
  const { mode, pausedAt } = control
  if (terminal.json) {
    terminal.printJson({
      incremental: schedule.incremental,
      full: schedule.full,
      timeZone: described.timeZone,
      mode,
      pausedAt,
      service: service ? 'running' : 'not-running',
      next: service?.status.next ?? null,
      upcoming: described.next.map(({ lane, at }) => ({ lane, at: at.toISOString() })),
    })
    return exitCode.done
  }
  terminal.print(`Incremental: ${described.incremental ?? 'off'}`)
  terminal.print(`Full:        ${described.full ?? 'off'}`)
  terminal.print(`Time zone:   ${described.timeZone}`)
  for (const { lane, shown } of described.next) terminal.print(`  ${shown}  ${lane}`)
  for (const line of hindrances(mode, pausedAt, service ? 'running' : 'not-running')) terminal.print(line)
  return exitCode.done
}

/** Why the times above may pass without anything happening. */
function hindrances(
  mode: 'manual' | 'automatic',
  pausedAt: string | null,
  service: 'running' | 'not-running',
): readonly string[] {
  return [
    mode === 'manual' ? 'The mode is manual: nothing runs by itself (mode automatic).' : '',
    pausedAt === null ? '' : `The schedule is paused since ${pausedAt} (resume).`,
    service === 'running' ? '' : 'No service runs, and without one nothing runs by itself (service install).',
  ].filter((line) => line !== '')
}
