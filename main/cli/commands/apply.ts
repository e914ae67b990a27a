import type { CommandAdder } from '../command.ts'
import { readId } from '../readId.ts'
import { printRun } from '../runResult.ts'
import { UsageError } from '../usageError.ts'
import { withConnector } from '../withConnector.ts'

export const addApply: CommandAdder = (program, run) => {
  program
    .command('apply <id>')
    .description('apply exactly a stored plan, or refuse because things moved on')
    .option('--approve <reason>', 'accept a halting reason by its name; repeat it for each', collect, [])
    .action(async (id: string, { approve }: { approve: readonly string[] }) =>
      run(async (terminal) => {
        const number = readId(id, 'plan')
        return withConnector(terminal, 'write', `apply of plan ${number}`, async (connector) => {
          const { halted, status } = connector.plan(number).header
          const isOpen = status === 'pending' || status === 'halted'
          const unknown = approve.filter((name) => !halted.some((reason) => reason.name === name))
          if (isOpen && unknown.length > 0) {
            const names = halted.map(({ name }) => name).join(', ') || 'none'
            throw new UsageError(`Plan ${number} is not halted by ${unknown.join(', ')}; its reasons are: ${names}.`)
          }
          return printRun(await connector.apply(number, approve), connector, terminal)
        })
      }),
    )
}

function collect(value: string, others: readonly string[]): readonly string[] {
  return [...others, ...value.split(',').map((name) => name.trim())]
}
