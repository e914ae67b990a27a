import { evaluate } from '../../../app/mapping/expression/evaluate.ts'
import { parseExpression } from '../../../app/mapping/expression/parseExpression.ts'
import { usedAttributes } from '../../../app/mapping/expression/usedAttributes.ts'
import type { CommandAdder } from '../command.ts'
import { exitCode } from '../exitCode.ts'
import { withConnector } from '../withConnector.ts'

export const addExpression: CommandAdder = (program, run) => {
  program
    .command('expression <expression>')
    .description('evaluate an expression on literals, or for a real user')
    .option('--user <email>', 'a user of the directory')
    .action(async (text: string, { user }: { user?: string }) =>
      run(async (terminal) => {
        const missing = user === undefined ? usedAttributes(parseExpression(text)) : []
        if (missing.length > 0) terminal.tell(`Without --user, ${missing.join(', ')} counts as missing.`)
        const value =
          user === undefined
            ? evaluate(parseExpression(text), {})
            : await withConnector(terminal, 'read', 'expression', (connector) => connector.evaluate(text, user))
        if (terminal.json) terminal.printJson({ value })
        else terminal.print(value)
        return exitCode.done
      }),
    )
}
