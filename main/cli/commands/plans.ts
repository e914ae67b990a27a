import { changesIn } from '../../../app/model/changesIn.ts'
import { counted, number } from '../../../app/report/counted.ts'
import { planJson } from '../../../app/report/planJson.ts'
import { planText } from '../../../app/report/planText.ts'
import { printable } from '../../../app/report/printable.ts'
import type { PlanDifference } from '../../../app/state/state.ts'
import type { CommandAdder } from '../command.ts'
import { exitCode } from '../exitCode.ts'
import { formatTable } from '../formatTable.ts'
import { readId } from '../readId.ts'
import { withConnector } from '../withConnector.ts'

export const addPlans: CommandAdder = (program, run) => {
  const plans = program.command('plans').description('stored plans')

  plans
    .command('list')
    .description('all stored plans, newest first')
    .action(async () =>
      run(async (terminal) => {
        const stored = await withConnector(terminal, 'read', 'plans', async (connector) => connector.plans())
        if (terminal.json) terminal.printJson({ plans: stored })
        else {
          const rows = stored.map(({ id, createdAt, status, counts, complete, digest }) => [
            String(id),
            createdAt,
            status,
            String(changesIn(counts)),
            complete ? 'complete' : 'with gaps',
            digest.slice(0, 12),
          ])
          for (const line of formatTable(['Plan', 'Made at', 'Status', 'Changes', 'Read', 'Digest'], rows))
            terminal.print(line)
        }
        return exitCode.done
      }),
    )

  plans
    .command('show <id>')
    .description('one plan with every change, its reason and its outcome')
    .action(async (id: string) =>
      run(async (terminal) => {
        const number = readId(id, 'plan')
        await withConnector(terminal, 'read', 'plans', async (connector) => {
          const plan = connector.plan(number)
          if (terminal.json) await terminal.stream(planJson(plan))
          else
            for (const line of planText(plan, { detail: 'everything', limit: Number.POSITIVE_INFINITY }))
              terminal.print(line)
        })
        return exitCode.done
      }),
    )
  plans
    .command('diff <before> <after>')
    .description('what a plan does that an earlier one did not, and the other way round')
    .action(async (before: string, after: string) =>
      run(async (terminal) => {
        const [first, second] = [readId(before, 'plan'), readId(after, 'plan')]
        const difference = await withConnector(terminal, 'read', 'plans', async ({ planBrowser }) =>
          planBrowser.difference(first, second),
        )
        if (terminal.json) terminal.printJson(difference)
        else for (const line of differenceLines(first, second, difference)) terminal.print(line)
        return exitCode.done
      }),
    )
}

function differenceLines(before: number, after: number, { added, gone }: PlanDifference): readonly string[] {
  if (added.count + gone.count === 0) return [`Plans ${before} and ${after} do the same.`]
  return [
    `Only in plan ${after}, or different there: ${namesOf(added)}`,
    `Only in plan ${before}, or different there: ${namesOf(gone)}`,
  ]
}

function namesOf({ count, names }: PlanDifference['added']): string {
  const more = count > names.length ? ` and ${number(count - names.length)} more` : ''
  return count === 0 ? 'nothing.' : `${counted(count, 'change')} (${printable(names.join(', '))}${more}).`
}
