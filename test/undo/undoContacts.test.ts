import type { Change } from '../../app/model/change.ts'
import { contactOf, didOf, linkOfContact, said, undone, undoWorld, userOf } from './undoWorld.ts'

function didTo(id: string, change: Pick<Change, 'kind' | 'before' | 'after'> & Partial<Change>) {
  return didOf(id, { objectKind: 'contact', ...change })
}

describe('taking back the creation of a contact', () => {
  const did = didTo('c1', { kind: 'create', before: null, after: { values: { uid: 'c1@x', title: 'Chef' } } })
  const asWritten = contactOf('c1', { uid: 'C1@x', title: 'Chef' })

  it('plans nothing when it is gone', () => {
    const world = undoWorld()
    world.did.push(did)
    expect(said(undone(world))).toEqual(['as-before c1'])
  })

  it('leaves one that belongs to another entry, or has another value than was written', () => {
    const world = undoWorld()
    world.did.push(did)
    world.contacts.push(asWritten)
    world.links.push(linkOfContact('c1', { anchor: 'another' }))
    expect(undone(world)).toMatchObject([{ object: { reason: { kind: 'changed-since', attributes: ['entry'] } } }])
    world.links[0] = linkOfContact('c1')
    world.contacts[0] = contactOf('c1', { uid: 'c1@x', title: 'Pilot' })
    expect(undone(world)).toMatchObject([
      { object: { outcome: 'skipped', reason: { kind: 'changed-since', attributes: ['title'] } } },
    ])
  })

  it.each([7, 0])('deletes it at once otherwise, with %d days to wait for users', (softDeleteDays) => {
    const world = undoWorld({ softDeleteDays })
    world.did.push(did)
    world.contacts.push(asWritten)
    world.links.push(linkOfContact('c1'))
    expect(said(undone(world))).toEqual(['delete c1 {} (create, unchanged)'])
    expect(undone(world)).toMatchObject([
      { change: { objectKind: 'contact', anchor: 'a-c1', before: { values: { title: 'Chef' } }, after: null } },
    ])
  })

  it('deletes it without a link too, because the run recorded that it created it', () => {
    const world = undoWorld()
    world.did.push(did)
    world.contacts.push(asWritten)
    expect(said(undone(world))).toEqual(['delete c1 {} (create, unchanged)'])
  })

  it('looks past what the store did not keep', () => {
    const world = undoWorld()
    world.did.push({ ...did, outcome: { kind: 'done', resourceId: 'c1', ignored: ['title'] } })
    world.contacts.push(contactOf('c1', { uid: 'c1@x' }))
    expect(said(undone(world))).toEqual(['delete c1 {} (create, unchanged)'])
  })
})

describe('taking back the deletion of a contact', () => {
  const did = didTo('c1', { kind: 'delete', before: { values: { uid: 'c1@x', title: 'Chef' } }, after: null })

  it('plans nothing when the contact of its entry is there again', () => {
    const world = undoWorld()
    world.did.push(did)
    world.contacts.push(contactOf('c2', { uid: 'C1@x' }))
    world.links.push(linkOfContact('c2', { anchor: 'a-c1' }))
    expect(said(undone(world))).toEqual(['as-before c2'])
  })

  it('makes none beside the contact of its entry, whatever name that has', () => {
    const world = undoWorld()
    world.did.push(did)
    world.contacts.push(contactOf('c2', { uid: 'other@x' }))
    world.links.push(linkOfContact('c2', { anchor: 'a-c1' }))
    expect(said(undone(world))).toEqual(['replaced-since c1 by c2'])
  })

  it('creates it otherwise, with the recorded values', () => {
    const world = undoWorld()
    world.did.push(did)
    expect(said(undone(world))).toEqual(['create new {"uid":"c1@x","title":"Chef"} (delete, unchanged)'])
    expect(undone(world)).toMatchObject([
      { change: { objectKind: 'contact', name: 'c1@x', anchor: 'a-c1', dn: 'CN=c1', baseDn: 'DC=test', before: null } },
    ])
  })

  it('creates it beside one of that name that somebody else created, and tells of that', () => {
    const world = undoWorld()
    world.did.push(did)
    world.contacts.push(contactOf('c2', { uid: 'C1@x' }))
    expect(said(undone(world))).toEqual([
      'note c1@x uid',
      'create new {"uid":"c1@x","title":"Chef"} (delete, unchanged)',
    ])
    expect(undone(world)).toMatchObject([{ note: { problem: expect.stringContaining('c2') } }, {}])
    world.links.push(linkOfContact('c2'))
    expect(said(undone(world))).toEqual(['create new {"uid":"c1@x","title":"Chef"} (delete, unchanged)'])
  })

  it('knows one without an address by its display name', () => {
    const world = undoWorld()
    const before = { values: { displayName: 'Reception' } }
    world.did.push(didTo('c1', { kind: 'delete', name: 'Reception', before, after: null }))
    world.contacts.push(contactOf('c2', { displayName: 'reception' }))
    world.links.push(linkOfContact('c2', { anchor: 'a-c1' }))
    expect(said(undone(world))).toEqual(['as-before c2'])
  })

  it('makes none again that no entry could be linked to', () => {
    const world = undoWorld()
    world.did.push({ ...did, change: { ...did.change, anchor: null } })
    expect(said(undone(world))).toEqual(['gone-since c1'])
  })
})

describe('taking back an update of a contact', () => {
  const did = didTo('c1', {
    kind: 'update',
    before: { values: { uid: 'old@x', title: 'Cook', displayName: null } },
    after: { values: { uid: 'new@x', title: 'Chef', displayName: 'Ann' } },
  })
  const asWritten = contactOf('c1', { uid: 'new@x', title: 'Chef', displayName: 'Ann' })

  it('plans nothing when it is gone', () => {
    const world = undoWorld()
    world.did.push(did)
    world.links.push(linkOfContact('c1'))
    expect(said(undone(world))).toEqual(['gone-since c1'])
  })

  it('touches none without a link: it is not this connector that keeps it', () => {
    const world = undoWorld()
    world.did.push(did)
    world.contacts.push(asWritten)
    expect(said(undone(world))).toEqual(['not-created-here c1'])
  })

  it('gives each attribute the value of before, and the contact its name', () => {
    const world = undoWorld()
    world.did.push(did)
    world.contacts.push(asWritten)
    world.links.push(linkOfContact('c1'))
    expect(said(undone(world))).toEqual([
      'update c1 {"uid":"old@x","title":"Cook","displayName":null} (update, unchanged)',
    ])
    expect(undone(world)).toMatchObject([
      { change: { objectKind: 'contact', name: 'old@x', before: { values: { uid: 'new@x', title: 'Chef' } } } },
    ])
  })

  it('leaves alone, and tells, what was changed since', () => {
    const world = undoWorld()
    world.did.push(did)
    world.contacts.push(contactOf('c1', { uid: 'new@x', title: 'Pilot', displayName: 'Ann' }))
    world.links.push(linkOfContact('c1'))
    expect(said(undone(world))).toEqual([
      'note c1@x title',
      'update c1 {"uid":"old@x","displayName":null} (update, unchanged)',
    ])
    world.contacts[0] = contactOf('c1', { uid: 'mine@x', title: 'Pilot', displayName: 'Anna' })
    expect(undone(world).at(-1)).toMatchObject({
      object: { reason: { kind: 'changed-since', attributes: ['uid', 'title', 'displayName'] } },
    })
    world.contacts[0] = contactOf('c1', { uid: 'old@x', title: 'Cook' })
    expect(said(undone(world))).toEqual(['as-before c1'])
  })

  it('gives back an address that another contact or a user has as well', () => {
    const world = undoWorld()
    world.did.push(did)
    world.contacts.push(asWritten, contactOf('c2', { uid: 'old@x' }))
    world.users.push(userOf('u1', { uid: 'old@x' }))
    world.links.push(linkOfContact('c1'))
    expect(said(undone(world))).toHaveLength(1)
  })

  it('takes away an address that it did not have', () => {
    const world = undoWorld()
    world.did.push(
      didTo('c1', { kind: 'update', before: { values: { uid: null } }, after: { values: { uid: 'new@x' } } }),
    )
    world.contacts.push(contactOf('c1', { uid: 'new@x', displayName: 'Reception' }))
    world.links.push(linkOfContact('c1'))
    expect(undone(world)).toMatchObject([{ change: { name: 'Reception', after: { values: { uid: null } } } }])
  })
})
