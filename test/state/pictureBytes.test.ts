import type { Photo } from '../../app/model/photo.ts'
import type { CurrentUser } from '../../app/model/resource.ts'
import type { Knowing } from '../../app/state/pictures.ts'
import { crowd } from '../fakes/people.ts'
import { portraitOf } from '../fakes/portraits.ts'
import { type AvatarWorld, avatarWorld } from '../sync/avatarWorld.ts'

describe('the bytes of a picture that is looked at', () => {
  const bytes = portraitOf('first')
  let world: AvatarWorld

  beforeEach(async () => {
    world = await avatarWorld(crowd(1))
    world.source.setPhoto('p0', bytes)
    await world.connector.syncFull()
  })
  afterEach(() => world.connector.close())

  const sent = (): Photo => {
    const id = world.target.user('p0@corp.test')?.id ?? ''
    const photo = world.connector.state.links.photoOf(id)
    if (photo === null) throw new Error('No picture was sent.')
    return photo
  }

  /** Whether the bytes are at hand, after looking at a picture in a run whose store shows the user like that. */
  const isKept = (photo: Photo, shown: CurrentUser['photo']['kind'] & ('absent' | 'present'), knowing: Knowing) => {
    const { state } = world.connector
    const id = world.target.user('p0@corp.test')?.id ?? ''
    using workspace = state.openWorkspace({
      ...{ runId: 99, kinds: ['user'], managed: [], managedOfContacts: [], groups: 'flat', reach: 'everything' },
      pictures: { source: 'another', changesShow: 'nowhere', sentAs: 'bytes', bytes: 'keep' },
    })
    workspace.addEntries(crowd(1))
    const values = { uid: 'p0@corp.test' }
    const user = { kind: 'user', id, version: null, active: true, administrator: false, values, emails: [] } as const
    workspace.addUsers([{ ...user, photo: { kind: shown } }])
    workspace.finishReading()
    const validators = { uri: null, etag: null, lastModified: null }
    workspace.pictures.add(
      [{ anchor: 'anchor-p0', mark: null, validators, found: { kind: 'picture', photo, bytes } }],
      knowing,
    )
    return workspace.pictures.bytes(photo.value) !== null
  }

  it('are not kept when the store has that picture', () => {
    expect(isKept(sent(), 'present', 'entries')).toBe(false)
    expect(isKept(sent(), 'present', 'entries-and-store')).toBe(false)
  })

  it('are kept once it is known that the store has lost it', () => {
    expect(isKept(sent(), 'absent', 'entries')).toBe(false)
    expect(isKept(sent(), 'absent', 'entries-and-store')).toBe(true)
  })

  it('are kept when it is another one', () => {
    const other = { ...sent(), value: `sha256:${'0'.repeat(64)}` }
    expect(isKept(other, 'present', 'entries')).toBe(true)
    expect(isKept(other, 'present', 'entries-and-store')).toBe(true)
  })
})
