import type { CommandAdder } from '../command.ts'
import { exitCode } from '../exitCode.ts'
import { overviewText } from '../overviewText.ts'
import { withConnector } from '../withConnector.ts'

export const addStatus: CommandAdder = (program, run) => {
  program
    .command('status')
    .description('how all is: what was done last, what waits, what is in the store, the settings in plain words')
    .action(async () =>
      run(async (terminal) => {
        const overview = await withConnector(terminal, 'read', 'status', (connector) => connector.overview())
        if (terminal.json) terminal.printJson(overview)
        else for (const line of overviewText(overview)) terminal.print(line)
        return exitCode.done
      }),
    )
}
