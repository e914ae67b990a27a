import { noCounts } from '../../../app/model/noCounts.ts'
import type { Counts, KindCounts } from '../../../app/model/plan.ts'
import type { Run } from '../../../app/model/run.ts'
import { didSentence, secondsOf } from '../../../renderer/runs/didSentence.ts'
import { undoable } from '../../../renderer/runs/undoable.ts'

const counts = (parts: Readonly<Partial<Record<keyof Counts, Partial<KindCounts>>>>): Counts => ({
  users: { ...noCounts, ...parts.users },
  rooms: { ...noCounts, ...parts.rooms },
  groups: { ...noCounts, ...parts.groups },
  contacts: { ...noCounts, ...parts.contacts },
  avatars: { ...noCounts, ...parts.avatars },
})
const run = (parts: Partial<Run> = {}): Run => ({
  ...{ id: 3, kind: 'full', status: 'done', startedAt: '2026-11-14T10:00:00Z', endedAt: '2026-11-14T10:01:04Z' },
  ...{ planId: 3, counts: counts({}), error: null },
  ...parts,
})
const busy = counts({ users: { create: 1412, update: 1, failed: 2 }, groups: { delete: 1 }, avatars: { update: 2 } })
const error = { side: 'directory', code: 'unreachable', message: 'No server answers.', remedy: 'Look at it.' } as const

test.each<readonly [string, Partial<Run>, string]>([
  ['did something', { counts: busy }, '1,412 people added, 1 changed, 2 failed; 1 group deleted; 2 pictures replaced'],
  ['only planned', { kind: 'dry-run', status: 'planned', counts: counts({ rooms: { create: 1 } }) }, '1 room to add'],
  ['was halted', { status: 'halted', counts: counts({ users: { deactivate: 9 } }) }, '9 people to make inactive'],
  ['had nothing to do', { status: 'equal' }, 'Directory and cloud were equal'],
  ['failed', { status: 'failed', counts: null, error }, 'No server answers.'],
  ['still runs', { status: 'running', counts: null, endedAt: null }, 'Not ended yet'],
])('a run that %s says so in one line', (_, parts, sentence) => {
  expect(didSentence(run(parts))).toBe(sentence)
})

test('a run takes as long as from its beginning to its end', () => {
  expect(secondsOf(run())).toBe(64)
  expect(secondsOf(run({ endedAt: null }))).toBeNull()
})

test.each<readonly [string, Partial<Run>, ReturnType<typeof undoable>]>([
  ['has changed something', { counts: busy }, 'yes'],
  ['was cut off, who knows where', { status: 'interrupted', counts: null }, 'yes'],
  ['runs', { status: 'running', counts: null }, 'running'],
  ['only planned', { kind: 'dry-run', status: 'planned', counts: busy }, 'wroteNothing'],
  ['was halted', { status: 'halted', counts: busy }, 'wroteNothing'],
  ['found everything equal', { status: 'equal' }, 'wroteNothing'],
  ['had no plan', { status: 'failed', counts: null, planId: null }, 'wroteNothing'],
])('whether a run that %s can be undone', (_, parts, expected) => {
  expect(undoable(run(parts))).toBe(expected)
})
