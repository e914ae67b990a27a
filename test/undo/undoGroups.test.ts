import type { Change, MemberReference } from '../../app/model/change.ts'
import { didOf, groupOf, linkOf, said, undone, undoWorld, userOf } from './undoWorld.ts'

const member = (resourceId: string | null, anchor: string | null = null): MemberReference => {
  return { resourceId, anchor, kind: 'user', name: resourceId ?? anchor ?? '' }
}

function didToGroup(id: string, change: Pick<Change, 'kind' | 'before' | 'after'> & Partial<Change>) {
  return didOf(id, { objectKind: 'group', name: 'Crew', ...change })
}

describe('taking back an update of a group', () => {
  const did = didToGroup('g1', {
    kind: 'update',
    before: { displayName: 'Staff' },
    after: { displayName: 'Crew' },
    members: { add: [member('u1'), member(null, 'a-u2')], remove: [member('u3'), member('u4')] },
  })

  it('gives back the name, removes who was added, and adds who was removed and is still there', () => {
    const world = undoWorld()
    world.did.push(did)
    world.groups.push(groupOf('g1', 'Crew', ['u1', 'u2', 'u5']))
    world.users.push(userOf('u3', { uid: 'u3@x' }))
    world.links.push(linkOf('u2'))
    expect(said(undone(world))).toEqual([
      'note Crew members',
      'update g1 {"displayName":"Staff"} +u3 -u1 -u2 (update, unchanged)',
    ])
  })

  it('leaves a name that was changed since, and members who have left or come back', () => {
    const world = undoWorld()
    world.did.push(did)
    world.groups.push(groupOf('g1', 'Guests', ['u3', 'u4']))
    world.users.push(userOf('u3', { uid: 'u3@x' }), userOf('u4', { uid: 'u4@x' }))
    expect(said(undone(world))).toEqual(['changed-since g1'])
    world.groups[0] = groupOf('g1', 'Guests', ['u4'])
    expect(said(undone(world))).toEqual(['note Crew displayName', 'update g1 {} +u3 (update, unchanged)'])
    world.groups[0] = groupOf('g1', 'Staff', ['u3', 'u4'])
    expect(said(undone(world))).toEqual(['as-before g1'])
    world.groups.pop()
    expect(said(undone(world))).toEqual(['gone-since g1'])
  })

  it('adds a member whom the undo makes again by its entry', () => {
    const world = undoWorld()
    world.did.push(
      didToGroup('g1', { kind: 'update', before: {}, after: {}, members: { add: [], remove: [member('u1')] } }),
      didOf('u1', { kind: 'delete', before: { active: true, values: { uid: 'u1@x' } }, after: null }),
    )
    world.groups.push(groupOf('g1', 'Crew'))
    expect(said(undone(world))).toEqual([
      'update g1 {} +entry a-u1 (update, unchanged)',
      'create new {"active":true,"uid":"u1@x"} (delete, unchanged)',
    ])
  })

  it('takes the mark of the domain off again', () => {
    const world = undoWorld()
    const [before, after] = [{ values: { connectorDomain: null } }, { values: { connectorDomain: 'corp.test' } }]
    world.did.push(didToGroup('g1', { kind: 'update', before, after }))
    world.groups.push({ ...groupOf('g1', 'Crew'), connectorDomain: 'corp.test' })
    expect(said(undone(world))).toEqual(['update g1 {"connectorDomain":null} (update, unchanged)'])
  })
})

describe('taking back the creation of a group', () => {
  const did = didToGroup('g1', {
    kind: 'create',
    before: null,
    after: { displayName: 'Crew' },
    members: { add: [member('u1'), member(null, 'a-u2')], remove: [] },
  })

  it('deletes it as long as nobody changed it', () => {
    const world = undoWorld()
    world.did.push(did, didOf('u2', { kind: 'create', before: null, after: { values: { uid: 'u2@x' } } }))
    world.groups.push(groupOf('g1', 'Crew', ['u1', 'u2']))
    expect(said(undone(world))[0]).toBe('delete g1 {} -u1 -u2 (create, unchanged)')
    world.groups[0] = groupOf('g1', 'Crew', ['u1', 'u2', 'u3'])
    expect(said(undone(world))[0]).toBe('changed-since g1')
    world.groups[0] = groupOf('g1', 'Guests', ['u1'])
    expect(undone(world)[0]).toMatchObject({ object: { reason: { attributes: ['displayName'] } } })
    world.groups.pop()
    expect(said(undone(world))[0]).toBe('as-before g1')
  })
})

describe('taking back the deletion of a group', () => {
  const did = didToGroup('g1', { kind: 'delete', before: { displayName: 'Crew' }, after: null })

  it('creates it again, and says that its members were not recorded', () => {
    const world = undoWorld()
    world.did.push(did)
    expect(said(undone(world))).toEqual(['note Crew members', 'create new {"displayName":"Crew"} (delete, unchanged)'])
  })

  it('gives back the members that were recorded', () => {
    const world = undoWorld()
    const members = { add: [], remove: [member('u1'), member('u2')] }
    world.did.push({ ...did, change: { ...did.change, members } })
    world.users.push(userOf('u1', { uid: 'u1@x' }))
    expect(said(undone(world))).toEqual([
      'note Crew members',
      'create new {"displayName":"Crew"} +u1 (delete, unchanged)',
    ])
  })

  it('makes no second one', () => {
    const world = undoWorld()
    world.did.push(did)
    world.groups.push(groupOf('g2', 'CREW'))
    expect(said(undone(world))).toEqual(['replaced-since g1 by g2'])
    world.links.push(linkOf('g2', { kind: 'group', anchor: 'a-g1' }))
    expect(said(undone(world))).toEqual(['as-before g2'])
    world.groups[0] = groupOf('g2', 'Guests')
    expect(said(undone(world))).toEqual(['replaced-since g1 by g2'])
  })
})
