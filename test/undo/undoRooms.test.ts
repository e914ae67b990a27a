import type { Change } from '../../app/model/change.ts'
import { didOf, linkOf, said, undone, undoWorld, userOf } from './undoWorld.ts'

const at = '2026-01-01T00:00:00.000Z'

function didToRoom(id: string, change: Pick<Change, 'kind' | 'before' | 'after'> & Partial<Change>) {
  return didOf(id, { objectKind: 'room', ...change })
}

describe('taking back what a run did to a room', () => {
  it('makes one inactive that the run created', () => {
    const world = undoWorld()
    world.did.push(
      didToRoom('u1', { kind: 'create', before: null, after: { active: true, values: { uid: 'u1@x', room: 'room' } } }),
    )
    world.users.push(userOf('u1', { uid: 'u1@x', room: 'room' }))
    world.links.push(linkOf('u1'))
    expect(said(undone(world))).toEqual(['deactivate room u1 {"active":false} (create, begins)'])
  })

  it('deletes it at once without days to wait, unless somebody changed it since', () => {
    const world = undoWorld({ softDeleteDays: 0 })
    const after = { active: true, values: { uid: 'u1@x', room: 'room' } }
    world.did.push(didToRoom('u1', { kind: 'create', before: null, after }))
    world.users.push(userOf('u1', after.values))
    world.links.push(linkOf('u1'))
    expect(said(undone(world))).toEqual(['delete room u1 {} (create, unchanged)'])
    world.users[0] = userOf('u1', { uid: 'u1@x' })
    expect(undone(world)).toMatchObject([{ object: { objectKind: 'room', reason: { attributes: ['room'] } } }])
  })

  it('makes a deleted one again as a room', () => {
    const world = undoWorld()
    const before = { active: false, values: { uid: 'u1@x', room: 'room' } }
    world.did.push(didToRoom('u1', { kind: 'delete', before, after: null }))
    expect(said(undone(world))).toEqual([
      'create room new {"active":false,"uid":"u1@x","room":"room"} (delete, unchanged)',
    ])
  })

  it('gives values and activity back', () => {
    const world = undoWorld()
    const reason = { kind: 'vanished', lastDn: 'CN=u1' } as const
    world.did.push(
      didToRoom('u1', { kind: 'deactivate', before: { active: true }, after: { active: false }, reason }),
      didToRoom('u2', { kind: 'update', before: { values: { title: 'A' } }, after: { values: { title: 'B' } } }),
    )
    world.users.push(userOf('u1', { uid: 'u1@x', room: 'room' }, { active: false }))
    world.users.push(userOf('u2', { uid: 'u2@x', room: 'room', title: 'B' }))
    world.links.push(linkOf('u1', { vanishedAt: at }))
    expect(said(undone(world))).toEqual([
      'reactivate room u1 {"active":true} (deactivate, ends)',
      'update room u2 {"title":"A"} (update, unchanged)',
    ])
  })

  it('calls it a room in a store that has no place for that', () => {
    const world = undoWorld()
    world.did.push(
      didToRoom('u1', { kind: 'update', before: { values: { title: 'A' } }, after: { values: { title: 'B' } } }),
    )
    world.users.push(userOf('u1', { uid: 'u1@x', title: 'B' }))
    expect(said(undone(world))).toEqual(['update room u1 {"title":"A"} (update, unchanged)'])
  })

  it('never touches a protected one', () => {
    const world = undoWorld({ isProtected: ({ uid }) => uid === 'u1@x' })
    world.did.push(didToRoom('u1', { kind: 'create', before: null, after: { active: true, values: { uid: 'u1@x' } } }))
    world.users.push(userOf('u1', { uid: 'u1@x' }))
    world.links.push(linkOf('u1'))
    expect(said(undone(world))).toEqual(['protected room u1'])
  })

  it('refers to one as to a user', () => {
    const world = undoWorld()
    world.did.push(
      didOf('u1', { kind: 'update', before: { values: { manager: 'u2' } }, after: { values: { manager: null } } }),
      didToRoom('u2', { kind: 'delete', before: { active: true, values: { uid: 'u2@x' } }, after: null }),
    )
    world.users.push(userOf('u1', { uid: 'u1@x' }))
    expect(said(undone(world))).toEqual([
      'update u1 {"manager":"entry:a-u2"} (update, unchanged)',
      'create room new {"active":true,"uid":"u2@x"} (delete, unchanged)',
    ])
  })
})

describe('taking back that a user became a room', () => {
  const turned = (objectKind: 'user' | 'room', before: string | null, after: string | null) =>
    didOf('u1', {
      objectKind,
      kind: 'update',
      before: { values: { room: before, title: 'A' } },
      after: { values: { room: after, title: 'B' } },
    })

  it('makes a user of it again, and of a user that was a room a room', () => {
    const world = undoWorld()
    world.did.push(turned('room', null, 'room'))
    world.users.push(userOf('u1', { uid: 'u1@x', room: 'room', title: 'B' }))
    expect(said(undone(world))).toEqual(['update u1 {"room":null,"title":"A"} (update, unchanged)'])
    world.did[0] = turned('user', 'room', null)
    world.users[0] = userOf('u1', { uid: 'u1@x', title: 'B' })
    expect(said(undone(world))).toEqual(['update room u1 {"room":"room","title":"A"} (update, unchanged)'])
  })

  it('calls it what it stays when somebody else has changed that since', () => {
    const world = undoWorld()
    world.did.push(turned('user', 'room', null))
    world.users.push(userOf('u1', { uid: 'u1@x', room: 'room', title: 'B' }))
    expect(said(undone(world))).toEqual(['update room u1 {"title":"A"} (update, unchanged)'])
  })
})
