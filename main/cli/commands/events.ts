import { Option } from 'commander'
import type { Side } from '../../../app/model/error.ts'
import { type EventLevel, eventLevels } from '../../../app/model/event.ts'
import type { CommandAdder } from '../command.ts'
import { eventLines } from '../eventLines.ts'
import { exitCode } from '../exitCode.ts'
import { newestEvents } from '../newestEvents.ts'
import { readCount } from '../readCount.ts'
import { readId } from '../readId.ts'
import { withConnector } from '../withConnector.ts'

interface Options {
  readonly level?: EventLevel
  readonly run?: string
  readonly side?: Side
  readonly search?: string
  readonly before?: string
  readonly limit?: string
}

const sides: readonly Side[] = ['settings', 'directory', 'connector', 'store']

export const addEvents: CommandAdder = (program, run) => {
  program
    .command('events')
    .description('what happened, oldest first')
    .addOption(new Option('--level <level>', 'this level and everything more severe').choices([...eventLevels]))
    .option('--run <id>', 'only the events of one run')
    .addOption(new Option('--side <side>', 'only those of one side').choices([...sides]))
    .option('--search <text>', 'only those with a text in message, code or object')
    .option('--before <id>', 'only those older than the event with this number')
    .option('--limit <count>', 'only the newest of them')
    .action(async ({ level = 'info', run: id, side, search, before, limit }: Options) =>
      run(async (terminal) => {
        const isPart = [side, search, before, limit].some((option) => option !== undefined)
        const query = {
          level,
          side: side ?? null,
          runId: id === undefined ? null : readId(id, 'run'),
          search: search ?? '',
          before: before === undefined ? null : readCount(before, '--before'),
        }
        const wanted = limit === undefined ? Number.POSITIVE_INFINITY : readCount(limit, '--limit')
        await withConnector(terminal, 'read', 'events', async (connector) => {
          const events = isPart
            ? newestEvents(connector, query, wanted).reverse()
            : connector.events({ level, ...(query.runId !== null && { runId: query.runId }) })
          if (terminal.json) terminal.printJson({ events: [...events] })
          else for (const event of events) for (const line of eventLines(event)) terminal.print(line)
        })
        return exitCode.done
      }),
    )
}
