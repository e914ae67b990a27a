import type { CommandAdder } from '../command.ts'
import { printRun } from '../runResult.ts'
import { UsageError } from '../usageError.ts'
import { withConnector } from '../withConnector.ts'

interface Options {
  readonly full?: boolean
  readonly incremental?: boolean
}

export const addSync: CommandAdder = (program, run) => {
  program
    .command('sync')
    .description('make the store equal to the directory, unless a guard halts it')
    .option('--full', 'read everything on both sides')
    .option('--incremental', 'read what changed since the last sync; needs a full one before')
    .action(async ({ full, incremental }: Options) =>
      run(async (terminal) => {
        if (full === incremental) throw new UsageError('Say which sync: --full or --incremental.')
        if (full)
          return withConnector(terminal, 'write', 'full sync', async (connector) =>
            printRun(await connector.syncFull(), connector, terminal),
          )
        return withConnector(terminal, 'write', 'incremental sync', async (connector) =>
          printRun(await connector.syncIncremental(), connector, terminal),
        )
      }),
    )
}
