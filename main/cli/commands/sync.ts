import type { CommandAdder } from '../command.ts'
import { exitCodeOf } from '../exitCode.ts'
import { explanationText } from '../explanationText.ts'
import { printRun, runResult } from '../runResult.ts'
import type { Terminal } from '../terminal.ts'
import { UsageError } from '../usageError.ts'
import { withConnector } from '../withConnector.ts'

interface Options {
  readonly full?: boolean
  readonly incremental?: boolean
  readonly only?: string
}

export const addSync: CommandAdder = (program, run) => {
  program
    .command('sync')
    .description('make the store equal to the directory, unless a guard halts it')
    .option('--full', 'read everything on both sides')
    .option('--incremental', 'read what changed since the last sync; needs a full one before')
    .option('--only <who>', 'one entry now, by e-mail or DN, with its explanation; needs a full sync before')
    .action(async ({ full, incremental, only }: Options) =>
      run(async (terminal) => {
        if ([full, incremental, only].filter(Boolean).length !== 1) {
          throw new UsageError('Say which sync: --full, --incremental, or --only WHO.')
        }
        if (only !== undefined) return syncOnly(only, terminal)
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

/** What was done, and how every decision about the entry came out. */
function syncOnly(who: string, terminal: Terminal): Promise<number> {
  return withConnector(terminal, 'write', 'sync of one entry', async (connector) => {
    const result = await connector.syncOnly(who)
    const explanation = await connector.explain(who)
    if (terminal.json) {
      terminal.printJson({ ...runResult(result, connector.snapshot()), explanation })
      return exitCodeOf(result.run.status)
    }
    const code = printRun(result, connector, terminal)
    terminal.print('')
    for (const line of explanationText(explanation)) terminal.print(line)
    return code
  })
}
