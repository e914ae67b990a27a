import type { Command } from 'commander'
import type { CommandAdder } from '../command.ts'
import { UsageError } from '../usageError.ts'

interface SetOptions {
  readonly incremental?: string
  readonly full?: string
  readonly timeZone?: string
}

export const addSchedule: CommandAdder = (program, run) => {
  const schedule: Command = program.command('schedule').description('when the service syncs by itself')

  schedule
    .command('show')
    .description('the schedule in words, and what comes next')
    .action(async () =>
      run(async (terminal) => {
        const { showSchedule } = await import('../showSchedule.ts')
        return showSchedule(terminal)
      }),
    )

  schedule
    .command('set')
    .description('change the schedule in the settings; a running service takes it over at once')
    .option('--incremental <cron>', 'when to sync what changed: a cron expression, or off')
    .option('--full <cron>', 'when to sync everything: a cron expression, or off')
    .option('--time-zone <zone>', 'the zone of both, like Europe/Berlin')
    .action(async ({ incremental, full, timeZone }: SetOptions) =>
      run(async (terminal) => {
        const given = {
          ...(incremental !== undefined && { incremental: cronOf(incremental) }),
          ...(full !== undefined && { full: cronOf(full) }),
          ...(timeZone !== undefined && { timeZone }),
        }
        if (Object.keys(given).length === 0)
          throw new UsageError('Say what to change: --incremental, --full or --time-zone.')
        const { changeSettings } = await import('../changeSettings.ts')
        const { showSchedule } = await import('../showSchedule.ts')
        await changeSettings(terminal, (settings) => ({ ...settings, schedule: { ...settings.schedule, ...given } }))
        return showSchedule(terminal)
      }),
    )
}

function cronOf(given: string): string | null {
  return given === 'off' ? null : given
}
