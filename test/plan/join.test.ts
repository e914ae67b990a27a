import { join } from '../../app/plan/join.ts'
import type { JoinFacts, Owner } from '../../app/plan/planningData.ts'

const facts = (changes: Partial<JoinFacts> = {}): JoinFacts => ({
  anchor: 'a1',
  objectKind: 'user',
  name: 'ann@corp.test',
  link: null,
  conflict: null,
  sameName: null,
  sameEmail: [],
  ...changes,
})
const present = { resourceId: 'linked', present: true }
const missing = { resourceId: 'lost', present: false }
const named = (owner: Owner) => ({ resourceId: 'named', owner })
const nobody: Owner = { kind: 'nobody' }
const dn = 'CN=Bob,DC=corp,DC=test'

describe('the search for the resource of an entry', () => {
  it('holds entries of the same value back, whatever else is known', () => {
    const conflict = { value: 'ann@corp.test', otherDns: [dn] }
    expect(join(facts({ conflict, link: present, sameName: named(nobody) }), true)).toEqual({
      kind: 'held',
      outcome: 'conflict',
      reason: { kind: 'same-value', value: 'ann@corp.test', otherDns: [dn] },
    })
  })

  it('takes the linked resource before one of the same name', () => {
    const joined = { kind: 'joined', resourceId: 'linked', by: 'link' }
    expect(join(facts({ link: present, sameName: named(nobody) }), true)).toEqual(joined)
    expect(join(facts({ link: present, sameName: named({ kind: 'held-entry', dn }) }), false)).toEqual(joined)
  })

  it.each(['complete', 'incomplete'] as const)(
    'takes a resource of the same name that nobody owns (%s read)',
    (read) => {
      const joined = { kind: 'joined', resourceId: 'named', by: 'name' }
      expect(join(facts({ sameName: named(nobody) }), read === 'complete')).toEqual(joined)
      expect(join(facts({ link: missing, sameName: named(nobody) }), read === 'complete')).toEqual(joined)
    },
  )

  it('takes the resource of an entry that is gone over, but not after an incomplete read', () => {
    const sameName = named({ kind: 'vanished-entry', dn })
    expect(join(facts({ sameName }), true)).toEqual({ kind: 'joined', resourceId: 'named', by: 'takeover' })
    expect(join(facts({ sameName }), false)).toEqual({
      kind: 'held',
      outcome: 'skipped',
      reason: { kind: 'resource-taken', resourceId: 'named', ownerDn: dn },
    })
  })

  it('holds back what wants the resource of a held entry', () => {
    expect(join(facts({ sameName: named({ kind: 'held-entry', dn }) }), true)).toEqual({
      kind: 'held',
      outcome: 'conflict',
      reason: { kind: 'resource-taken', resourceId: 'named', ownerDn: dn },
    })
  })

  it('creates a resource when the one of that name is about to get another name', () => {
    const sameName = named({ kind: 'mapped-entry', dn })
    expect(join(facts({ sameName }), true)).toEqual({ kind: 'create', because: 'new' })
    expect(join(facts({ sameName, link: missing }), true)).toEqual({ kind: 'create', because: 'resource-missing' })
  })

  it('takes the one resource with that address, when no other entry has an equal claim', () => {
    const sameEmail = [{ resourceId: 'addressed', rivalDn: null }]
    expect(join(facts({ sameEmail }), true)).toEqual({ kind: 'joined', resourceId: 'addressed', by: 'email' })
    expect(join(facts({ sameEmail: [{ resourceId: 'addressed', rivalDn: dn }] }), true)).toEqual({
      kind: 'held',
      outcome: 'conflict',
      reason: { kind: 'resource-taken', resourceId: 'addressed', ownerDn: dn },
    })
  })

  it('decides nothing between several resources with that address', () => {
    const sameEmail = [
      { resourceId: 'one', rivalDn: null },
      { resourceId: 'two', rivalDn: null },
    ]
    expect(join(facts({ sameEmail }), true)).toEqual({
      kind: 'held',
      outcome: 'conflict',
      reason: { kind: 'several-resources', value: 'ann@corp.test', resourceIds: ['one', 'two'] },
    })
  })

  it('creates what is found nowhere', () => {
    expect(join(facts(), true)).toEqual({ kind: 'create', because: 'new' })
    expect(join(facts({ link: missing }), false)).toEqual({ kind: 'create', because: 'resource-missing' })
  })
})
