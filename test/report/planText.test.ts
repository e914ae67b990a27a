import { planText } from '../../app/report/planText.ts'
import { fabricatedChange } from './fabricatedChange.ts'
import { fabricatedObject } from './fabricatedKinds.ts'
import { fabricatedCounts, fabricatedHeader, fabricatedPlan, fabricatedReport } from './fabricatedPlan.ts'

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
  const { users, rooms, contacts } = fabricatedPlan(1000).header.counts
  expect(lines.filter((line) => line.startsWith('  + add  '))).toHaveLength(
    users.create + rooms.create + contacts.create,
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
  const halted = [{ name: 'deletions-users', message: 'Halted: 3 of 9 users would be deleted.', count: 3 }]
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

test('a kind of which nothing was seen has no numbers, and pictures have their own words', () => {
  const of = (others: Parameters<typeof fabricatedCounts>[2]) =>
    textOf(fabricatedReport({ header: fabricatedHeader({ counts: fabricatedCounts({ read: 3 }, {}, others) }) }), all)
  expect(of({})).toMatch(/^ +Users$/m)
  expect(of({ rooms: { selected: 1 }, contacts: { read: 1 } })).toMatch(/^ +Users +Rooms +Contacts$/m)
  const pictures = of({ avatars: { selected: 9, matched: 3, create: 2, update: 1, delete: 1, skipped: 2, failed: 0 } })
  expect(pictures).toMatch(/^ +Users$/m)
  expect(pictures).toMatch(
    /^ +Pictures\nFound +9\nUnchanged +3\nSet +2\nReplaced +1\nRemoved +1\nRefused +2\nFailed +0$/m,
  )
})

test('kinds come in one order, each with its sections', () => {
  const lines = [...planText(fabricatedPlan(40), all)]
  const headings = lines.filter((line) => /^(Rooms|Groups|Contacts|Pictures): /.test(line))
  expect(headings).toEqual([
    'Rooms: added (1)',
    'Rooms: changed (1)',
    'Groups: changed (2)',
    'Contacts: added (2)',
    'Contacts: skipped (12)',
    'Contacts: mismatched (3)',
    'Pictures: set (2)',
    'Pictures: replaced (1)',
    'Pictures: removed (1)',
    'Pictures: skipped (1)',
    'Pictures: refused (9)',
  ])
})

test('a picture is shown by type and size, by its address, and by no more of its hash than tells two apart', () => {
  const text = textOf(fabricatedPlan(0), all)
  expect(text).toContain('+ set  anna@corp.example  No picture was sent yet\n      picture image/jpeg, 3,412 bytes\n')
  expect(text).toContain('picture https://pictures.corp.example/carl.jpg\n')
  expect(text).toContain('3,412 bytes (sha256 b10000000000…) → image/jpeg, 3,412 bytes (sha256 b20000000000…)')
  expect(text).not.toMatch(/[0-9a-f]{13}/)
})

test('refused pictures are summed up by code, with five names each and what to do', () => {
  const text = textOf(fabricatedPlan(0), { detail: 'problems', limit: 1 })
  expect(text).toContain(
    [
      'Pictures: refused (9)',
      '  » too-large  7: large0@corp.example, large1@corp.example, large2@corp.example, large3@corp.example, large4@corp.example and 2 more',
      '      large0@corp.example: The picture has 2,200,000 bytes; at most 2,097,152 bytes are taken. Put a smaller picture there; 96 × 96 pixels are enough for most uses.',
      '  » not-a-picture  2: text0@corp.example and text1@corp.example',
      '      What is there is neither JPEG, PNG, GIF nor BMP. Put a picture of one of these types there.',
    ].join('\n'),
  )
})

test('a reason that says nothing of the one object stands once, above the names', () => {
  const text = textOf(fabricatedPlan(0), all)
  expect(text).toContain(
    'Contacts: mismatched (3)\n  Was not created by this connector, and is never touched.\n  ? mismatched  theirs0@',
  )
  expect(text.match(/Was not created by this connector/g)).toHaveLength(1)
  expect(text.match(/Not created: the store holds at most 30,000 contacts\./g)).toHaveLength(1)
})

test('objects with a reason of their own come before those that share one', () => {
  const counts = fabricatedCounts({}, {}, { contacts: { mismatched: 3 } })
  const contact = { objectKind: 'contact', outcome: 'mismatched', dn: null } as const
  const objects = [
    fabricatedObject('theirs@b', { ...contact, reason: { kind: 'not-created-here', resourceId: 'c1' } }),
    fabricatedObject('nobody@b', { ...contact, reason: { kind: 'no-entry' } }),
    fabricatedObject('admin@b', { ...contact, reason: { kind: 'no-mark', domain: 'corp.test' } }),
  ]
  const text = textOf(fabricatedReport({ header: fabricatedHeader({ counts }), objects }), all)
  expect(text).toMatch(
    /admin@b\n +No selected entry .* mark of corp\.test.*\n {2}Was not created .*\n.* theirs@b\n {2}No /,
  )
})

test('a membership that is left out of a circle is a note of its group', () => {
  const text = textOf(fabricatedPlan(0), all)
  expect(text).toContain('i note  Team of 7  members: Is a member of itself through Board')
})

test('a DN in the summary cannot send control codes', () => {
  const header = fabricatedHeader({ basis: { kind: 'only', dn: 'CN=\u001b[2J' } })
  expect(textOf(fabricatedReport({ header }), all)).toContain('of one entry: CN=\\u001b[2J.')
})
