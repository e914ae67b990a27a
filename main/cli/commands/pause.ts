import type { CommandAdder } from '../command.ts'
import { exitCode } from '../exitCode.ts'
import { withConnector } from '../withConnector.ts'

export const addPause: CommandAdder = (program, run) => {
  program
    .command('pause')
    .description('let the schedule rest until resume; a run in progress goes on')
    .action(async () =>
      run(async (terminal) => {
        const control = await withConnector(terminal, 'write', 'pause', async (connector) => connector.pause())
        if (terminal.json) terminal.printJson(control)
        else terminal.print(`The schedule is paused (since ${control.pausedAt}). To go on: resume.`)
        return exitCode.done
      }),
    )
}
