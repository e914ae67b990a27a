import type { CommandAdder } from '../command.ts'
import { printRun } from '../runResult.ts'
import { withConnector } from '../withConnector.ts'

export const addSync: CommandAdder = (program, run) => {
  program
    .command('sync')
    .description('make the store equal to the directory, unless a guard halts it')
    .requiredOption('--full', 'read everything on both sides')
    .action(async () =>
      run((terminal) =>
        withConnector(terminal, 'write', 'full sync', async (connector) =>
          printRun(await connector.syncFull(), connector, terminal),
        ),
      ),
    )
}
