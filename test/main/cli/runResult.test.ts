import type { Run } from '../../../app/model/run.ts'
import { printRun } from '../../../main/cli/runResult.ts'
import type { Terminal } from '../../../main/cli/terminal.ts'
import { fabricatedCounts, fabricatedHeader, fabricatedReport } from '../../report/fabricatedPlan.ts'

const dn = 'CN=Anna,OU=Sales,DC=corp'
const counts = fabricatedCounts({ read: 1, selected: 1, matched: 1 }, {}, { avatars: { selected: 1, matched: 1 } })
const plan = fabricatedHeader({ basis: { kind: 'only', dn }, status: 'applied', counts })
const run: Run = {
  id: 5,
  kind: 'only',
  status: 'equal',
  startedAt: '2026-11-14T10:33:20.000Z',
  endedAt: '2026-11-14T10:33:21.000Z',
  planId: 12,
  counts,
  error: null,
}

function printed(output: 'text' | 'json'): { readonly lines: readonly string[]; readonly objects: readonly unknown[] } {
  const lines: string[] = []
  const objects: unknown[] = []
  const terminal: Terminal = {
    dataFolder: '/nowhere',
    json: output === 'json',
    verbose: false,
    print: (line) => void lines.push(line),
    printJson: (value) => void objects.push(value),
    stream: async () => {},
    tell: () => {},
  }
  const connector = { plan: () => fabricatedReport({ header: plan }), snapshot: () => null, events: () => [] }
  expect(printRun({ run, plan }, connector, terminal)).toBe(0)
  return { lines, objects }
}

test('a sync of one entry names the entry, and speaks of no other', () => {
  const { lines } = printed('text')
  expect(lines[0]).toBe(
    `Applied. Nothing to change: 1 person and 1 picture are equal. This is a sync of one entry: ${dn}.`,
  )
  expect(lines.at(-1)).toBe('Run 5: nothing to do for this entry.')
})

test('with --json the numbers of all five kinds are there', () => {
  const [result] = printed('json').objects
  expect(result).toMatchObject({ runId: 5, planId: 12, counts })
  expect(Object.keys(counts)).toEqual(['users', 'rooms', 'groups', 'contacts', 'avatars'])
})
