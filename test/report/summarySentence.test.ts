import { summarySentence } from '../../app/report/summarySentence.ts'
import { fabricatedCounts, fabricatedHeader } from './fabricatedPlan.ts'

const counts = fabricatedCounts({ read: 12411, matched: 11987, create: 412, update: 9, deactivate: 3 })
const gap = { kind: 'size-limit', baseDn: 'OU=A', message: 'Stopped.', remedy: 'Raise it.' } as const
const unverified = {
  level: 'warning',
  side: 'settings',
  subject: 'directory.tls.verify',
  message: 'Not verified.',
  remedy: 'Verify.',
} as const

test('a plan says what would happen, that nothing is deleted, and how much was read', () => {
  expect(summarySentence(fabricatedHeader({ counts }))).toBe(
    '412 people would be added, 9 changed, 3 made inactive. Nothing is deleted. Read complete, 12,411 entries.',
  )
})

test('one is one', () => {
  const one = fabricatedCounts({ read: 1, create: 1 }, { update: 1 })
  expect(summarySentence(fabricatedHeader({ counts: one }))).toBe(
    '1 person would be added. 1 group would be changed. Nothing is deleted. Read complete, 1 entry.',
  )
})

test('deletions are told with the others, and nobody says that nothing is deleted', () => {
  const text = summarySentence(fabricatedHeader({ counts: fabricatedCounts({ delete: 2, reactivate: 1 }) }))
  expect(text).toContain('1 person would be made active again, 2 deleted.')
  expect(text).not.toContain('Nothing')
})

test('nothing to change says what is equal', () => {
  const equal = fabricatedCounts({ read: 20, matched: 12 }, { read: 1, matched: 1 })
  expect(summarySentence(fabricatedHeader({ counts: equal }))).toBe(
    'Nothing to change: 12 people and 1 group are equal. Read complete, 21 entries.',
  )
})

test('a halt comes first, then gaps, then the certificate, then the numbers', () => {
  const header = fabricatedHeader({
    counts,
    status: 'halted',
    halted: [{ name: 'deletions-users', message: 'Halted: 3 of 9.', count: 3 }],
    complete: false,
    gaps: [gap],
    warnings: [unverified],
  })
  expect(summarySentence(header)).toMatch(
    /^Halted for 1 reason: nothing was written\. The directory could not be read whole \(1 gap, .*\): .* The directory's certificate was not verified\. 412 people would/,
  )
  expect(summarySentence(header)).not.toContain('Read complete')
})

test('after applying, the past is told', () => {
  expect(summarySentence(fabricatedHeader({ counts, status: 'applied' }))).toMatch(
    /^Applied\. 412 people were added, .* Nothing was deleted\./,
  )
})

test('a plan that was applied in part never claims that all was done', () => {
  const confirmed = fabricatedCounts({ read: 12411, matched: 11987, create: 400, failed: 24 })
  const text = summarySentence(fabricatedHeader({ counts, status: 'partly-applied' }), confirmed)
  expect(text).toMatch(/^Partly applied: some changes failed.* 400 people were added\./)
  expect(text).not.toContain('412')
})

test('an undo names the run that it takes back, and claims no read of the directory', () => {
  const basis = { kind: 'undo', runId: 7 } as const
  const some = fabricatedCounts({ update: 2, deactivate: 1 })
  expect(summarySentence(fabricatedHeader({ basis, counts: some }))).toBe(
    'This takes back run 7. 2 people would be changed, 1 made inactive. Nothing is deleted.',
  )
  const none = fabricatedCounts({ matched: 3, skipped: 1 })
  expect(summarySentence(fabricatedHeader({ basis, counts: none }))).toBe(
    'This takes back run 7. Nothing is left to take back. 1 object is left alone, each with its reason.',
  )
})

test('every kind has its own words, in one order', () => {
  const all = fabricatedCounts(
    { read: 3, create: 2 },
    { read: 1, update: 1 },
    {
      rooms: { read: 2, create: 1, deactivate: 1 },
      contacts: { read: 4, create: 3 },
      avatars: { read: 9, create: 3, update: 2 },
    },
  )
  expect(summarySentence(fabricatedHeader({ counts: all }))).toBe(
    '2 people would be added. 1 room would be added, 1 made inactive. 1 group would be changed. 3 contacts would be added. 3 pictures would be set, 2 replaced. Nothing is deleted. Read complete, 10 entries.',
  )
})

test('a picture that is removed is not passed over by saying that nothing is deleted', () => {
  const of = (users: { readonly delete: number }) =>
    summarySentence(fabricatedHeader({ counts: fabricatedCounts(users, {}, { avatars: { delete: 1 } }) }))
  expect(of({ delete: 0 })).toContain('1 picture would be removed. Nothing else is deleted.')
  expect(of({ delete: 1 })).not.toContain('Nothing')
})

test('equal kinds are listed; refused pictures are told apart from other things that are held back', () => {
  const counts = fabricatedCounts(
    { matched: 12, conflicts: 2 },
    { matched: 1 },
    { rooms: { matched: 2 }, contacts: { skipped: 5 }, avatars: { matched: 3, skipped: 1 } },
  )
  const overCap = [{ objectKind: 'contact', cap: 30_000, count: 4 }] as const
  expect(summarySentence(fabricatedHeader({ counts }), counts, overCap)).toBe(
    'Nothing to change: 12 people, 2 rooms, 1 group and 3 pictures are equal. 3 objects are held back or skipped. 1 picture is refused. 4 contacts are left out, because the store holds at most 30,000: narrow selection.contacts to those that are needed. Read complete, 0 entries.',
  )
})

test('a plan of one entry says so, and claims no read of the directory', () => {
  const basis = { kind: 'only', dn: 'CN=Anna,OU=Sales,DC=corp' } as const
  expect(summarySentence(fabricatedHeader({ basis, counts: fabricatedCounts({ read: 1, update: 1 }) }))).toBe(
    '1 person would be changed. Nothing is deleted. This is a sync of one entry: CN=Anna,OU=Sales,DC=corp.',
  )
})
