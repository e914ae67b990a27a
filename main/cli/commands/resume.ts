import type { CommandAdder } from '../command.ts'
import { exitCode } from '../exitCode.ts'
import { withConnector } from '../withConnector.ts'

export const addResume: CommandAdder = (program, run) => {
  program
    .command('resume')
    .description('let the schedule go on after pause')
    .action(async () =>
      run(async (terminal) => {
        const control = await withConnector(terminal, 'write', 'resume', async (connector) => connector.resume())
        if (terminal.json) terminal.printJson(control)
        else if (control.mode === 'automatic') terminal.print('The schedule goes on.')
        else terminal.print('The pause is over. The mode is manual, so nothing runs by itself yet (mode automatic).')
        return exitCode.done
      }),
    )
}
