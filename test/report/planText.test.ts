import { planText } from '../../app/report/planText.ts'
import {
  fabricatedChange,
  fabricatedCounts,
  fabricatedHeader,
  fabricatedPlan,
  fabricatedReport,
} from './fabricatedPlan.ts'

const all = { detail: 'everything', limit: Number.POSITIVE_INFINITY } as const
const textOf = (...input: Parameters<typeof planText>) => [...planText(...input)].join('\n')

test('an update shows before and after of each attribute, and none where nothing is', () => {
  const counts = fabricatedCounts({ update: 1 })
  const change = fabricatedChange({
    before: { values: { title: 'Engineer', mobile: null } },
    after: { values: { title: 'Lead', mobile: '+49 1' } },
    reason: { kind: 'differs', attributes: ['title', 'mobile'] },
  })
  const text = textOf(fabricatedReport({ header: fabricatedHeader({ counts }), changes: [change] }), all)
  expect(text).toContain('~ change  ben.yu@corp.example  title and mobile differ')
  expect(text).toMatch(/title {3}Engineer → Lead\n +mobile {2}\(none\) → \+49 1/)
})

test('members are counted, with the names of the first five', () => {
  const names = Array.from({ length: 9 }, (_, index) => ({
    resourceId: null,
    anchor: null,
    kind: 'user' as const,
    name: `u${index}`,
  }))
  const members = { add: names, remove: names.slice(0, 2) }
  const change = fabricatedChange({
    objectKind: 'group',
    before: {},
    after: {},
    members,
    reason: { kind: 'differs', attributes: ['members'] },
  })
  const counts = fabricatedCounts({}, { update: 1 })
  const text = textOf(fabricatedReport({ header: fabricatedHeader({ counts }), changes: [change] }), all)
  expect(text).toContain('members  +9 –2')
  expect(text).toContain('+ u0, u1, u2, u3, u4 and 4 more')
  expect(text).toContain('– u0 and u1')
})

test('a section ends at the limit and says how to see the rest', () => {
  const lines = [...planText(fabricatedPlan(1000), { detail: 'everything', limit: 20 })]
  const from = lines.findIndex((line) => line.startsWith('Users: added'))
  const section = lines.slice(from + 1, lines.indexOf('', from))
  expect(section).toHaveLength(21)
  expect(section.at(-1)).toMatch(/^ {2}… and \d+ more: plans show 12 --json, or --save FILE$/)
})

test('without a limit everything is there and nothing is counted away', () => {
  const lines = [...planText(fabricatedPlan(1000), all)]
  expect(lines.filter((line) => line.startsWith('  + add  '))).toHaveLength(
    fabricatedPlan(1000).header.counts.users.create,
  )
  expect(lines.join('\n')).not.toContain('… and')
})

test('a walk stops as soon as its section is full', () => {
  let walked = 0
  const header = fabricatedHeader({ counts: fabricatedCounts({ create: 100_000 }) })
  const report = {
    ...fabricatedReport({ header }),
    *changes() {
      for (let position = 1; position <= 100_000; position += 1) {
        walked += 1
        const reason = { kind: 'new-in-selection' as const, baseDn: 'OU=A' }
        yield { change: fabricatedChange({ position, kind: 'create', before: null, reason }), outcome: null }
      }
    },
  }
  for (const line of planText(report, { detail: 'everything', limit: 10 })) expect(line).not.toContain('undefined')
  expect(walked).toBeLessThan(20)
})

test('a halt says how it is accepted; an approved one no longer does', () => {
  const halted = [{ name: 'deletions-users', message: 'Halted: 3 of 9 users would be deleted.' }]
  const of = (status: 'halted' | 'applied') =>
    textOf(fabricatedReport({ header: fabricatedHeader({ halted, status }) }), all)
  expect(of('halted')).toContain(
    'Halted: 3 of 9 users would be deleted.\n  To accept it: apply 12 --approve deletions-users',
  )
  expect(of('applied')).toContain('Approved: 3 of 9 users')
  expect(of('applied')).not.toContain('--approve')
})

test('a failed change is listed first, with its remedy, and counted', () => {
  const outcome = { kind: 'failed', code: 'uniqueness', message: 'Taken.', remedy: 'Look for the other.' } as const
  const header = fabricatedHeader({ status: 'partly-applied', counts: fabricatedCounts({ update: 1 }) })
  const text = textOf(fabricatedReport({ header, changes: [{ change: fabricatedChange(), outcome }] }), all)
  expect(text).toMatch(/Failed +1/)
  expect(text.indexOf('Failed (1)')).toBeLessThan(text.indexOf('Users: changed (1)'))
  expect(text).toContain('failed: Taken. Look for the other.')
})

test('no value of a directory reaches the terminal as a control code', () => {
  const header = fabricatedHeader({ counts: fabricatedCounts({ update: 1, skipped: 1 }) })
  const evil = '\u001b[2J\r\nall is well\u202e'
  const change = fabricatedChange({
    name: evil,
    after: { values: { title: evil } },
    reason: { kind: 'vanished', lastDn: evil },
  })
  const reason = { kind: 'invalid' as const, attribute: 'title', problem: evil }
  const object = {
    outcome: 'skipped',
    objectKind: 'user',
    name: evil,
    dn: evil,
    anchor: null,
    resourceId: null,
    reason,
  } as const
  const lines = [...planText(fabricatedReport({ header, changes: [change], objects: [object] }), all)]
  for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\u202e]/u)
})

test('colours come only from the paint that is given', () => {
  const text = textOf(fabricatedPlan(40), { ...all, paint: (part, tone) => `<${tone}>${part}</>` })
  expect(text).toContain('<add>+ add</>')
  expect(text).toContain('<remove>✕ delete</>')
  expect(textOf(fabricatedPlan(40), all)).not.toContain('<add>')
})
