import { Option } from 'commander'
import { type EventLevel, eventLevels } from '../../../app/model/event.ts'
import type { CommandAdder } from '../command.ts'
import { eventLines } from '../eventLines.ts'
import { exitCode } from '../exitCode.ts'
import { readId } from '../readId.ts'
import { withConnector } from '../withConnector.ts'

interface Options {
  readonly level?: EventLevel
  readonly run?: string
}

export const addEvents: CommandAdder = (program, run) => {
  program
    .command('events')
    .description('what happened, oldest first')
    .addOption(new Option('--level <level>', 'this level and everything more severe').choices([...eventLevels]))
    .option('--run <id>', 'only the events of one run')
    .action(async ({ level, run: id }: Options) =>
      run(async (terminal) => {
        const filter = { ...(level && { level }), ...(id !== undefined && { runId: readId(id, 'run') }) }
        await withConnector(terminal, 'read', 'events', async (connector) => {
          const events = connector.events(filter)
          if (terminal.json) terminal.printJson({ events: [...events] })
          else {
            for (const event of events) for (const line of eventLines(event)) terminal.print(line)
          }
        })
        return exitCode.done
      }),
    )
}
