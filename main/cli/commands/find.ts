import { printable } from '../../../app/report/printable.ts'
import type { CommandAdder } from '../command.ts'
import { exitCode } from '../exitCode.ts'
import { formatTable } from '../formatTable.ts'
import { readCount } from '../readCount.ts'
import { withConnector } from '../withConnector.ts'

export const addFind: CommandAdder = (program, run) => {
  program
    .command('find <text>')
    .description('people, rooms, groups and contacts in the store by a part of name, display name or DN')
    .option('--limit <count>', 'how many at most', '20')
    .action(async (text: string, { limit }: { readonly limit: string }) =>
      run(async (terminal) => {
        const atMost = readCount(limit, '--limit')
        const found = await withConnector(terminal, 'read', 'find', async ({ known }) => known(text, atMost))
        if (terminal.json) terminal.printJson({ found })
        else if (found.length === 0) terminal.print(`Nothing in the store has ${printable(text)} in its name or DN.`)
        else {
          const rows = found.map(({ kind, name, displayName, dn }) =>
            [name, kind, displayName ?? '', dn].map((cell) => printable(cell)),
          )
          for (const line of formatTable(['Name', 'Kind', 'Display name', 'DN'], rows)) terminal.print(line)
        }
        return exitCode.done
      }),
    )
}
