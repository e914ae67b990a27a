import type { PhotoWrite, Target, Write, WriteResult } from '../../app/target/target.ts'
import { allOf } from '../fakes/allOf.ts'
import type { TargetUnderTest } from './target.ts'

/** The promises of `Target` for pictures and for rooms; nothing is tried where the store has no place for them. */
export function describePicturesAndRooms(name: string, setup: () => Promise<TargetUnderTest>): void {
  describe(`${name} as a target for pictures and rooms`, () => {
    let subject: TargetUnderTest
    let target: Target
    beforeEach(async () => {
      subject = await setup()
      target = subject.target
    })
    afterEach(() => subject.close())

    const one = async (write: Write): Promise<WriteResult> => {
      const [result] = await target.write([write])
      if (result === undefined) throw new Error('no result')
      return result
    }
    const done = async (write: Write): Promise<string> => {
      const result = await one(write)
      expect(result).toMatchObject({ kind: 'done', ignored: [] })
      return result.kind === 'done' ? result.id : ''
    }
    const create = (uid: string, values: object = {}) =>
      done({ kind: 'create-user', active: true, values: { uid, ...values } })

    const photos = {
      bytes: [1, 2, 3].map((first): PhotoWrite => {
        return { kind: 'bytes', mediaType: 'image/png', bytes: Buffer.from([first, 0, 255, 10, 13, 61]) }
      }),
      links: [1, 2, 3].map((number): PhotoWrite => {
        return { kind: 'link', href: `https://pictures.example.com/${number}.jpg?size=large&x=%20` }
      }),
    }

    it('sets, replaces and takes away a picture, and shows whether there is one', async () => {
      const { pictures } = await target.discover()
      const id = await create('ann@example.com', { displayName: 'Ann' })
      const shown = async () => (await target.readUser(id))?.photo
      if (pictures === 'none') {
        expect(await shown()).toEqual({ kind: 'unknown' })
        return
      }
      expect(await shown()).toEqual({ kind: 'absent' })
      for (const photo of photos[pictures]) {
        await done({ kind: 'set-photo', id, photo })
        expect(await shown()).toEqual(photo.kind === 'link' ? photo : { kind: 'present' })
      }
      const [again] = photos[pictures].slice(-1)
      await done({ kind: 'set-photo', id, photo: again ?? null })
      const [page] = await allOf(target.readUsers())
      expect(page).toEqual([await target.readUser(id)])
      expect(page?.[0]).toMatchObject({ values: { displayName: 'Ann' }, photo: await shown() })
      for (let time = 0; time < 2; time++) {
        await done({ kind: 'set-photo', id, photo: null })
        expect(await shown()).toEqual({ kind: 'absent' })
      }
    })

    it('says when the user is gone whose picture is set', async () => {
      const { pictures } = await target.discover()
      if (pictures === 'none') return
      const id = await create('ann@example.com')
      await done({ kind: 'delete-user', id })
      const [photo = null] = photos[pictures]
      expect(await one({ kind: 'set-photo', id, photo })).toMatchObject({ kind: 'failed', code: 'not-found' })
    })

    it('makes rooms of users and users of rooms', async () => {
      if (!(await target.discover()).attributes.has('room')) return
      const room = async (id: string) => (await target.readUser(id))?.values.room
      const id = await create('blue@example.com', { room: 'room' })
      expect(await room(id)).toBe('room')
      const update = (before: object, values: object) =>
        done({ kind: 'update-user', id, version: null, before, values })
      await update({ room: 'room' }, { room: null })
      expect(await room(id)).toBeUndefined()
      await update({ room: null }, { room: 'room' })
      expect(await room(id)).toBe('room')
      expect((await allOf(target.readUsers())).flat()).toEqual([await target.readUser(id)])
    })

    it('exchanges the room for an employee type and back in one write', async () => {
      const { attributes } = await target.discover()
      if (!attributes.has('room') || !attributes.has('employeeType')) return
      const id = await create('blue@example.com', { employeeType: 'staff' })
      const shown = async () => {
        const { room, employeeType } = (await target.readUser(id))?.values ?? {}
        return { room, employeeType }
      }
      const user = { room: null, employeeType: 'staff' }
      const asRoom = { room: 'room', employeeType: null }
      expect(await shown()).toEqual({ room: undefined, employeeType: 'staff' })
      await done({ kind: 'update-user', id, version: null, before: user, values: asRoom })
      expect(await shown()).toEqual({ room: 'room', employeeType: undefined })
      await done({ kind: 'update-user', id, version: null, before: asRoom, values: user })
      expect(await shown()).toEqual({ room: undefined, employeeType: 'staff' })
    })
  })
}
