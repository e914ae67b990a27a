import type { CommandAdder } from '../command.ts'
import { exitCode } from '../exitCode.ts'
import { explanationText } from '../explanationText.ts'
import { withConnector } from '../withConnector.ts'

export const addExplain: CommandAdder = (program, run) => {
  program
    .command('explain <who>')
    .description('the way of one object (e-mail or DN) through every decision')
    .action(async (who: string) =>
      run(async (terminal) => {
        const explanation = await withConnector(terminal, 'read', 'explain', (connector) => connector.explain(who))
        if (terminal.json) terminal.printJson(explanation)
        else for (const line of explanationText(explanation)) terminal.print(line)
        return exitCode.done
      }),
    )
}
