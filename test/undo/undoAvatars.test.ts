import type { Change } from '../../app/model/change.ts'
import type { Photo } from '../../app/model/photo.ts'
import type { FoundPhoto } from '../../app/model/resource.ts'
import { traceRun } from '../../app/undo/runTraces.ts'
import {
  didOf,
  linkedPictureOf,
  linkOf,
  pictureOf,
  said,
  type UndoWorld,
  undone,
  undoWorld,
  userOf,
} from './undoWorld.ts'

function didToPicture(id: string, kind: Change['kind'], before: Photo | null, after: Photo | null) {
  return didOf(id, { objectKind: 'avatar', kind, before: before && { photo: before }, after: { photo: after } })
}

/** A world with one user, what a run did to the picture, what was sent last, and what the store shows. */
function worldWith(
  did: UndoWorld['did'][number],
  sent: Photo | null,
  photo: FoundPhoto = { kind: 'unknown' },
): UndoWorld {
  const world = undoWorld()
  world.did.push(did)
  world.users.push(userOf('u1', { uid: 'u1@x' }, { photo }))
  world.links.push(linkOf('u1'))
  if (sent) world.sent.set('u1', sent)
  return world
}

const [a, b, c] = [pictureOf('a'), pictureOf('b'), pictureOf('c')]
const [linkA, linkB, linkC] = [linkedPictureOf('a'), linkedPictureOf('b'), linkedPictureOf('c')]
const shows = ({ value }: Photo): FoundPhoto => ({ kind: 'link', href: value })

describe('taking back a picture where there was none', () => {
  const did = didToPicture('u1', 'create', null, a)

  it('plans nothing when the store had not kept it', () => {
    const world = worldWith({ ...did, outcome: { kind: 'done', resourceId: 'u1', ignored: ['photo'] } }, a)
    expect(said(undone(world))).toEqual(['as-before avatar u1'])
  })

  it('plans nothing when the user is gone, or the picture was taken away', () => {
    const world = worldWith(did, a)
    world.users.pop()
    expect(said(undone(world))).toEqual(['as-before avatar u1'])
    expect(said(undone(worldWith(did, null)))).toEqual(['as-before avatar u1'])
    expect(said(undone(worldWith(did, a, { kind: 'absent' })))).toEqual(['as-before avatar u1'])
  })

  it('leaves another one that was sent since, or that somebody else has set', () => {
    expect(undone(worldWith(did, b))).toMatchObject([
      { object: { objectKind: 'avatar', reason: { kind: 'changed-since', attributes: ['photo'] } } },
    ])
    expect(said(undone(worldWith(did, null, { kind: 'present' })))).toEqual(['changed-since avatar u1'])
    const linked = didToPicture('u1', 'create', null, linkA)
    expect(said(undone(worldWith(linked, linkA, shows(linkB))))).toEqual(['changed-since avatar u1'])
  })

  it.each<[string, FoundPhoto]>([
    ['a picture', { kind: 'present' }],
    ['no pictures in its answers', { kind: 'unknown' }],
    ['where it keeps the picture', { kind: 'link', href: 'https://store.test/pictures/1' }],
  ])('takes it away from a store that shows %s', (_, photo) => {
    const world = worldWith(did, a, photo)
    expect(said(undone(world))).toEqual(['delete avatar u1 {"photo":null} (create, unchanged)'])
    expect(undone(world)).toMatchObject([
      {
        change: {
          ...{ objectKind: 'avatar', name: 'u1@x', dn: 'CN=u1', baseDn: 'DC=test', anchor: 'a-u1', resourceId: 'u1' },
          ...{ before: { photo: a }, after: { photo: null } },
        },
      },
    ])
  })

  it('takes a link away', () => {
    const world = worldWith(didToPicture('u1', 'create', null, linkA), linkA, shows(linkA))
    expect(said(undone(world))).toEqual(['delete avatar u1 {"photo":null} (create, unchanged)'])
  })

  it("leaves the picture of another domain's user", () => {
    const world = { ...worldWith(did, a) }
    world.users[0] = userOf('u1', { uid: 'u1@x', connectorDomain: 'emea.test' })
    const organization = { kind: 'shared', domain: 'corp.test', marks: ['user'], otherDomains: [] } as const
    expect(said(undone({ ...world, policy: { ...world.policy, organization } }))).toEqual(['other-domain avatar u1'])
  })
})

describe('taking back a picture where there was another one', () => {
  it('cannot bring bytes back, and says so', () => {
    for (const did of [didToPicture('u1', 'update', a, b), didToPicture('u1', 'delete', a, null)]) {
      const world = worldWith(did, did.change.after?.photo ?? null)
      expect(said(undone(world))).toEqual(['note u1@x photo', 'picture-refused avatar u1'])
      expect(undone(world)).toMatchObject([
        {
          note: {
            objectKind: 'avatar',
            problem: 'The picture of before is not kept. The next sync sends the one of the directory.',
          },
        },
        { object: { outcome: 'skipped', reason: { code: 'not-kept' } } },
      ])
    }
  })

  it('writes a link again', () => {
    const updated = didToPicture('u1', 'update', linkA, linkB)
    expect(said(undone(worldWith(updated, linkB, shows(linkB))))).toEqual([
      'update avatar u1 {"photo":"https://pictures.test/a"} (update, unchanged)',
    ])
    expect(undone(worldWith(updated, linkB))).toMatchObject([
      { change: { before: { photo: linkB }, after: { photo: linkA } } },
    ])
    const deleted = didToPicture('u1', 'delete', linkA, null)
    const world = worldWith(deleted, null, { kind: 'absent' })
    expect(said(undone(world))).toEqual(['create avatar u1 {"photo":"https://pictures.test/a"} (delete, unchanged)'])
    expect(undone(world)).toMatchObject([{ change: { before: null, after: { photo: linkA } } }])
  })

  it('writes the link again that bytes have replaced', () => {
    expect(said(undone(worldWith(didToPicture('u1', 'update', linkA, b), b)))).toEqual([
      'update avatar u1 {"photo":"https://pictures.test/a"} (update, unchanged)',
    ])
  })

  it.each([
    [a, b, c],
    [linkA, linkB, linkC],
  ])('plans nothing when the one of before is there again, and leaves one of since', (before, after, since) => {
    const did = didToPicture('u1', 'update', before, after)
    expect(said(undone(worldWith(did, before)))).toEqual(['as-before avatar u1'])
    expect(said(undone(worldWith(did, since)))).toEqual(['changed-since avatar u1'])
    expect(said(undone(worldWith(did, null)))).toEqual(['changed-since avatar u1'])
    const world = worldWith(did, after)
    world.users.pop()
    expect(said(undone(world))).toEqual(['gone-since avatar u1'])
  })
})

describe('a picture and its user', () => {
  const created = didOf('u1', { kind: 'create', before: null, after: { active: true, values: { uid: 'u1@x' } } })

  it('are taken back side by side: the user is made inactive, and its picture taken away', () => {
    const world = worldWith(created, a)
    world.did.push(didToPicture('u1', 'create', null, a))
    expect(said(undone(world))).toEqual([
      'deactivate u1 {"active":false} (create, begins)',
      'delete avatar u1 {"photo":null} (create, unchanged)',
    ])
  })

  it('go together when the undo deletes the user', () => {
    const world = worldWith(created, a)
    world.did.push(didToPicture('u1', 'create', null, a))
    const policy = { ...world.policy, softDeleteDays: 0 }
    expect(said(undone({ ...world, policy }))).toEqual(['delete u1 {} (create, unchanged)'])
    world.users[0] = userOf('u1', { uid: 'other@x' })
    expect(said(undone({ ...world, policy }))).toEqual([
      'changed-since u1',
      'delete avatar u1 {"photo":null} (create, unchanged)',
    ])
  })

  it('are told apart: no change of a picture counts as one of its user', () => {
    const { created, deleted, renamed, notDone } = traceRun([
      didToPicture('u1', 'create', null, a),
      didToPicture('u2', 'update', a, b),
      didToPicture('u3', 'delete', a, null),
      didOf('c1', { objectKind: 'contact', kind: 'create', before: null, after: { values: { uid: 'c1@x' } } }),
    ])
    expect([created, deleted, renamed].map(({ size }) => size)).toEqual([0, 0, 0])
    expect(notDone).toBe(0)
  })

  it('are told apart: whoever refers to a user whose picture was taken away keeps that user', () => {
    const world = worldWith(didToPicture('u1', 'delete', a, null), null)
    world.did.push(
      didOf('u2', { kind: 'update', before: { values: { manager: 'u1' } }, after: { values: { manager: null } } }),
    )
    world.users.push(userOf('u2', { uid: 'u2@x' }))
    const update = 'update u2 {"manager":"u1"} (update, unchanged)'
    expect(said(undone(world))).toEqual(['note u1@x photo', 'picture-refused avatar u1', update])
    world.users.shift()
    expect(said(undone(world))).toEqual(['gone-since avatar u1', 'note u2@x manager', 'changed-since u2'])
  })

  it('are told apart: a picture that failed, or was never tried, was not set, whatever id its user has', () => {
    for (const outcome of [null, { kind: 'failed', code: 'refused', message: '', remedy: '' } as const]) {
      const world = worldWith({ ...didToPicture('u1', 'create', null, a), outcome }, a)
      expect(undone(world)).toEqual([])
      expect(traceRun(world.did).notDone).toBe(1)
    }
  })
})
