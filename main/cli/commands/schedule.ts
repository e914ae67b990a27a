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
        const given = { incremental, full, timeZone }
        const edits = Object.entries(given).flatMap(([name, value]) =>
          value === undefined ? [] : [{ path: ['schedule', name], value: value === 'off' ? null : value }],
        )
        if (edits.length === 0) throw new UsageError('Say what to change: --incremental, --full or --time-zone.')
        const { editSettings } = await import('../../../app/settings/settingsFile.ts')
        const { tellService } = await import('../tellService.ts')
        const { showSchedule } = await import('../showSchedule.ts')
        await editSettings(terminal.dataFolder, edits)
        const service = await tellService(terminal)
        const shown = await showSchedule(terminal)
        if (service === 'no-service' && !terminal.json)
          terminal.print('No service runs now: this counts as soon as one does.')
        return shown
      }),
    )
}
