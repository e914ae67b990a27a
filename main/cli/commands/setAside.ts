import type { SetAside } from '../../../app/model/setAside.ts'
import type { CommandAdder } from '../command.ts'
import { exitCode } from '../exitCode.ts'
import { formatTable } from '../formatTable.ts'
import { withConnector } from '../withConnector.ts'

export const addSetAside: CommandAdder = (program, run) => {
  const setAside = program.command('set-aside').description('objects whose change keeps failing')

  setAside
    .command('list')
    .description('why each one failed, and when it is tried again')
    .action(async () =>
      run(async (terminal) => {
        const waiting = await withConnector(terminal, 'read', 'set-aside', async (connector) => connector.setAside())
        if (terminal.json) terminal.printJson({ setAside: waiting })
        else if (waiting.length === 0) terminal.print('Nothing is set aside.')
        else for (const line of formatTable(header, waiting.map(row))) terminal.print(line)
        return exitCode.done
      }),
    )

  setAside
    .command('retry [name]')
    .description('try one, or all of them, at the next run instead of waiting')
    .action(async (name = 'all') =>
      run(async (terminal) => {
        const count = await withConnector(terminal, 'write', 'set-aside', async (connector) =>
          connector.retrySetAside(name),
        )
        if (terminal.json) terminal.printJson({ retried: count })
        else if (count === 0) terminal.print(name === 'all' ? 'Nothing is set aside.' : `${name} is not set aside.`)
        else terminal.print(`${count === 1 ? 'One object is' : `${count} objects are`} tried again at the next run.`)
        return exitCode.done
      }),
    )
}

const header = ['Object', 'Kind', 'Change', 'Tries', 'Next try', 'Problem']

function row({ name, objectKind, change, attempts, nextTryAt, code, message }: SetAside): readonly string[] {
  return [name, objectKind, change, String(attempts), nextTryAt, `${message} (${code})`]
}
