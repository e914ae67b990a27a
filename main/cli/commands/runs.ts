import { changesIn } from '../../../app/model/changesIn.ts'
import type { Run } from '../../../app/model/run.ts'
import type { CommandAdder } from '../command.ts'
import { eventLines } from '../eventLines.ts'
import { exitCode } from '../exitCode.ts'
import { formatTable } from '../formatTable.ts'
import { readId } from '../readId.ts'
import { printRun } from '../runResult.ts'
import { withConnector } from '../withConnector.ts'

export const addRuns: CommandAdder = (program, run) => {
  const runs = program.command('runs').description('past runs')

  runs
    .command('list')
    .description('all runs, newest first')
    .action(async () =>
      run(async (terminal) => {
        const past = await withConnector(terminal, 'read', 'runs', async (connector) => connector.runs())
        if (terminal.json) terminal.printJson({ runs: past })
        else for (const line of formatTable(header, past.map(row))) terminal.print(line)
        return exitCode.done
      }),
    )

  runs
    .command('show <id>')
    .description('one run with its events')
    .action(async (id: string) =>
      run(async (terminal) => {
        const number = readId(id, 'run')
        await withConnector(terminal, 'read', 'runs', async (connector) => {
          const found = connector.run(number)
          const events = [...connector.events({ runId: number })]
          if (terminal.json) terminal.printJson({ ...found, events })
          else {
            for (const line of formatTable(header, [row(found)])) terminal.print(line)
            for (const event of events) for (const line of eventLines(event)) terminal.print(line)
            if (found.planId !== null) terminal.print(`The changes: plans show ${found.planId}`)
          }
        })
        return exitCode.done
      }),
    )

  runs
    .command('undo <id>')
    .description('plan to take back what a run has done; writes nothing to the store')
    .action(async (id: string) =>
      run(async (terminal) => {
        const number = readId(id, 'run')
        return withConnector(terminal, 'write', `undo of run ${number}`, async (connector) => {
          const result = await connector.undo(number)
          const code = printRun(result, connector, terminal)
          return result.plan.halted.length > 0 ? exitCode.halted : code
        })
      }),
    )
}

const header = ['Run', 'Kind', 'Status', 'Started at', 'Ended at', 'Plan', 'Changes']

function row({ id, kind, status, startedAt, endedAt, planId, counts }: Run): readonly string[] {
  const changes = counts ? String(changesIn(counts)) : ''
  return [String(id), kind, status, startedAt, endedAt ?? '', String(planId ?? ''), changes]
}
