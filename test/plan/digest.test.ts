import { PlanDigest } from '../../app/plan/digest.ts'
import type { UnplacedChange } from '../../app/plan/planItem.ts'

const change: UnplacedChange = {
  kind: 'update',
  objectKind: 'user',
  name: 'ann@corp.test',
  dn: 'CN=Ann,DC=corp,DC=test',
  baseDn: 'DC=corp,DC=test',
  anchor: 'a1',
  resourceId: 'u1',
  version: 'W/"1"',
  before: { values: { title: 'Chef' } },
  after: { values: { title: 'Pilot' } },
  reason: { kind: 'differs', attributes: ['title'] },
}
const digestOf = (...changes: readonly UnplacedChange[]) => {
  const digest = new PlanDigest()
  for (const it of changes) digest.add(it)
  return digest.value()
}

describe('the digest of a plan', () => {
  it('is the same for the same changes, whatever the versions that were read', () => {
    expect(digestOf({ ...change, version: 'W/"2"' })).toBe(digestOf(change))
    expect(digestOf(change)).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each<[string, Partial<UnplacedChange>]>([
    ['kind', { kind: 'deactivate' }],
    ['resource', { resourceId: 'u2' }],
    ['entry', { anchor: 'a2' }],
    ['value before', { before: { values: { title: 'Cook' } } }],
    ['value after', { after: { values: { title: 'Cook' } } }],
    ['reason', { reason: { kind: 'account-enabled' } }],
    ['members', { members: { add: [{ resourceId: 'u2', anchor: null, kind: 'user', name: 'bob' }], remove: [] } }],
  ])('changes with the %s', (_, difference) => {
    expect(digestOf({ ...change, ...difference })).not.toBe(digestOf(change))
  })

  it('changes with the order and the number of changes', () => {
    const other = { ...change, anchor: 'a2' }
    expect(digestOf(change, other)).not.toBe(digestOf(other, change))
    expect(digestOf(change, change)).not.toBe(digestOf(change))
  })
})
