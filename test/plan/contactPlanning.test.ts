import fc from 'fast-check'
import type { CurrentContact, UserValues } from '../../app/model/resource.ts'
import { joinContact } from '../../app/plan/joinContact.ts'
import { planContact, planVanishedContact, unaccountedContact } from '../../app/plan/planContact.ts'
import type { PlanItem } from '../../app/plan/planItem.ts'
import type { ContactFacts, ContactPair, Join } from '../../app/plan/planningData.ts'
import { withinCap } from '../../app/plan/withinCap.ts'

const dn = 'CN=Ida,DC=corp'
const link = {
  anchor: 'c1',
  kind: 'contact' as const,
  resourceId: 'r1',
  name: 'ida@partner.test',
  dn,
  baseDn: 'DC=corp',
  vanishedAt: null,
}
const current = (values: UserValues): CurrentContact => ({
  kind: 'contact',
  id: 'r1',
  version: null,
  values,
  emails: [],
})
const ida = { uid: 'ida@partner.test', displayName: 'Ida', title: 'Buyer' }
const policy = { managed: ['uid', 'displayName', 'title'], cap: null } as const
const pair = (changes: Partial<ContactPair>): ContactPair => ({
  desired: { kind: 'contact', anchor: 'c1', dn, baseDn: 'DC=corp', name: 'ida@partner.test', values: ida },
  link,
  current: current(ida),
  ignored: {},
  ...changes,
})
const said = (items: Iterable<PlanItem>) =>
  [...items].map((item) => {
    if (item.kind === 'change') return `${item.change.kind} (${item.change.reason.kind})`
    if (item.kind === 'object') return `${item.object.outcome} (${item.object.reason.kind})`
    return `note ${item.note.attribute}`
  })

describe('the resource of a contact', () => {
  const facts = (changes: Partial<ContactFacts>): ContactFacts => ({
    anchor: 'c1',
    name: 'ida@partner.test',
    link: null,
    foreign: null,
    ...changes,
  })

  it.each([
    [{ link: { resourceId: 'r1', present: true } }, 'joined'],
    [{ link: { resourceId: 'r1', present: true }, foreign: 'r2' }, 'joined'],
    [{ link: { resourceId: 'r1', present: false } }, 'create'],
    [{ link: { resourceId: 'r1', present: false }, foreign: 'r2' }, 'held'],
    [{ foreign: 'r2' }, 'held'],
    [{}, 'create'],
  ] as const)('with %j is %s', (changes, kind) => {
    expect(joinContact(facts(changes)).kind).toBe(kind)
  })
})

describe('a contact', () => {
  it.each([
    ['is created when it is new', pair({ link: null, current: null }), ['create (new-in-selection)']],
    ['is created again when it is gone', pair({ current: null }), ['create (resource-missing)']],
    ['is left as it is when nothing differs', pair({}), ['matched (equal)']],
    ['is changed in what differs', pair({ current: current({ ...ida, title: 'Chef' }) }), ['update (differs)']],
    [
      'is not sent again what the store does not keep',
      pair({ current: current({ ...ida, title: null }), ignored: { title: 'Buyer' } }),
      ['note title', 'matched (equal)'],
    ],
    ['keeps what is not managed', pair({ current: current({ ...ida, o: 'Partner' }) }), ['matched (equal)']],
  ])('%s', (_, one, expected) => {
    expect(said(planContact(one, policy))).toEqual(expected)
  })

  it('is deleted when its entry is gone, unless the read was incomplete', () => {
    const vanished = { link, current: current(ida) }
    expect(said(planVanishedContact(vanished, { complete: true }))).toEqual(['delete (vanished)'])
    expect(said(planVanishedContact(vanished, { complete: false }))).toEqual(['skipped (not-seen)'])
    expect(said(planVanishedContact({ link, current: null }, { complete: true }))).toEqual([])
  })

  it('that somebody else created is listed and left alone', () => {
    expect(said([unaccountedContact(current(ida))])).toEqual(['mismatched (not-created-here)'])
  })
})

describe('a cap', () => {
  const create: Join = { kind: 'create', because: 'new' }
  const joined: Join = { kind: 'joined', resourceId: 'r1', by: 'link' }

  it('lets in as many as there is room for, in their order, and holds back the rest', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(create, joined), { maxLength: 40 }),
        fc.nat({ max: 30 }),
        fc.nat({ max: 30 }),
        (joins, atMost, held) => {
          const stage = withinCap({ atMost, held })
          const results = joins.map(stage)
          const creations = joins.flatMap((join, at) => (join === create ? [results[at]] : []))
          const room = Math.max(0, atMost - held)
          expect(creations.map((join) => join?.kind)).toEqual(creations.map((_, at) => (at < room ? 'create' : 'held')))
          for (const [at, join] of joins.entries()) if (join === joined) expect(results[at]).toBe(joined)
        },
      ),
    )
  })

  it('that is not there holds back nobody', () => {
    const stage = withinCap(null)
    expect(Array.from({ length: 100 }, () => stage(create)).every((join) => join === create)).toBe(true)
  })
})
