import type { CurrentMember, CurrentUser, UserValues } from '../../app/model/resource.ts'
import type { GroupPage, Target, Write, WriteResult } from '../../app/target/target.ts'
import { allOf } from '../fakes/allOf.ts'
import { describeContacts } from './targetContacts.ts'
import { describePicturesAndRooms } from './targetPictures.ts'

/** A target on an empty store of its own. */
export interface TargetUnderTest {
  readonly target: Target
  /** RFC 7643 wants names and addresses compared without case; not every store does. */
  readonly comparison: 'any-case' | 'exact-case'
  close(): Promise<void>
}

/** The promises of `Target` for users, groups and itself. */
function describeUsersAndGroups(name: string, setup: () => Promise<TargetUnderTest>): void {
  describe(`${name} as a target`, () => {
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
    const create = (values: UserValues) => done({ kind: 'create-user', active: true, values })
    const update = (id: string, before: UserValues, values: UserValues) =>
      done({ kind: 'update-user', id, version: null, before, values })
    const allUsers = async (): Promise<CurrentUser[]> => {
      const users: CurrentUser[] = []
      for await (const page of target.readUsers()) users.push(...page)
      return users
    }
    const found = async (uids: readonly string[]): Promise<string[]> => {
      const ids = new Set<string>()
      for await (const page of target.findUsers(uids)) for (const user of page) ids.add(user.id)
      return [...ids].sort()
    }
    const allGroups = async (pages: AsyncIterable<GroupPage> = target.readGroups()) => {
      const names = new Map<string, string>()
      const members: CurrentMember[] = []
      for await (const page of pages) {
        for (const group of page.groups) names.set(group.id, group.displayName)
        members.push(...page.members)
      }
      return { names, members }
    }
    const numbered = (count: number): Write[] =>
      Array.from({ length: count }, (_, index) => ({
        kind: 'create-user' as const,
        active: true,
        values: { uid: `user${index}@example.com`, sn: `Name ${index}` },
      }))
    const writeAll = async (writes: readonly Write[]): Promise<readonly WriteResult[]> => {
      const { batchSize } = await target.discover()
      const results: WriteResult[] = []
      for (let start = 0; start < writes.length; start += batchSize) {
        results.push(...(await target.write(writes.slice(start, start + batchSize))))
      }
      return results
    }

    const ann: UserValues = {
      uid: 'ann@example.com',
      displayName: 'Ann Änder "the" 安',
      givenName: 'Ann',
      sn: 'Änder',
      'emails;type-work': 'ann.aender@example.com',
      title: 'Engineer',
      telephoneNumber: '+41 31 000 00 01',
      mobile: '+41 79 000 00 01',
      facsimileTelephoneNumber: '+41 31 000 00 02',
      departmentNumber: '42',
      employeeNumber: '1001',
      employeeType: 'staff',
      o: 'Example',
      ou: 'Research',
      street: 'Main Street 1',
      l: 'Bern',
      st: 'BE',
      postalCode: '3000',
      c: 'CH',
      preferredLanguage: 'de-CH',
      locale: 'de-CH',
      timezone: 'Europe/Zurich',
      jabberID: 'ann@chat.example.com',
      externalId: 'e-1001',
    }

    it('keeps every value of a new user', async () => {
      const { attributes } = await target.discover()
      expect(Object.keys(ann).filter((attribute) => !(attributes as ReadonlySet<string>).has(attribute))).toEqual([])
      const id = await create(ann)
      const user = await target.readUser(id)
      expect(user).toMatchObject({ kind: 'user', id, active: true, administrator: false, values: ann })
      expect(user?.emails).toEqual(expect.arrayContaining(['ann@example.com', 'ann.aender@example.com']))
      expect(await allUsers()).toEqual([user])
    })

    it('creates inactive users, and switches users off and on', async () => {
      const id = await done({ kind: 'create-user', active: false, values: { uid: 'off@example.com' } })
      expect((await target.readUser(id))?.active).toBe(false)
      await done({ kind: 'update-user', id, version: null, active: true, before: {}, values: {} })
      expect((await target.readUser(id))?.active).toBe(true)
      await done({ kind: 'update-user', id, version: null, active: false, before: {}, values: {} })
      expect((await target.readUser(id))?.active).toBe(false)
    })

    it('adds, replaces and clears values one by one', async () => {
      const id = await create({ uid: 'ann@example.com' })
      for (const [attribute, value] of Object.entries(ann)) {
        if (attribute === 'uid') continue
        await update(id, { [attribute]: null }, { [attribute]: value })
      }
      expect((await target.readUser(id))?.values).toEqual(ann)
      const changed = { displayName: 'Ann B', mobile: '1', l: 'Basel', departmentNumber: '43', locale: 'fr-CH' }
      await update(id, pick(ann, Object.keys(changed)), changed)
      expect((await target.readUser(id))?.values).toEqual({ ...ann, ...changed })
      const { uid, ...rest } = { ...ann, ...changed }
      await update(id, rest, Object.fromEntries(Object.keys(rest).map((attribute) => [attribute, null])))
      expect((await target.readUser(id))?.values).toEqual({ uid })
    })

    it('replaces all values at once', async () => {
      const id = await create(ann)
      const values = Object.fromEntries(
        Object.entries(ann).map(([attribute, value]) => [attribute, attribute === 'c' ? 'DE' : `x${value}`]),
      )
      const wanted = { ...values, preferredLanguage: 'en-GB', locale: 'en-US' }
      await update(id, ann, wanted)
      expect((await target.readUser(id))?.values).toEqual(wanted)
    })

    it('keeps the user when its uid changes', async () => {
      const id = await create(ann)
      await update(id, { uid: 'ann@example.com' }, { uid: 'ann.married@example.com' })
      const user = await target.readUser(id)
      expect(user?.values).toEqual({ ...ann, uid: 'ann.married@example.com' })
      expect(user?.emails).not.toContain('ann@example.com')
      expect((await target.findUser('ann.married@example.com'))?.id).toBe(id)
      expect(await target.findUser('ann@example.com')).toBeNull()
    })

    it('refers to a manager by id', async () => {
      const boss = await create({ uid: 'boss@example.com' })
      const next = await create({ uid: 'next@example.com' })
      const id = await create({ uid: 'ann@example.com', manager: boss })
      expect((await target.readUser(id))?.values.manager).toBe(boss)
      await update(id, { manager: boss }, { manager: next })
      expect((await target.readUser(id))?.values.manager).toBe(next)
      await update(id, { manager: next }, { manager: null })
      expect((await target.readUser(id))?.values.manager).toBeUndefined()
    })

    it('finds users by uid and by further address, whatever the case where the store allows it', async () => {
      const respell = (text: string) => (subject.comparison === 'any-case' ? text.toUpperCase() : text)
      const id = await create({ uid: "O'Neill+x@example.com", 'emails;type-work': 'second@example.com' })
      expect((await target.findUser(respell("O'Neill+x@example.com")))?.id).toBe(id)
      expect((await target.findUser(respell('second@example.com')))?.id).toBe(id)
      expect(await target.findUser('nobody@example.com')).toBeNull()
    })

    it('finds many users at once by uid and by further address, and nobody else', async () => {
      const results = await writeAll(numbered(30))
      const ids = results.map((result) => (result.kind === 'done' ? result.id : ''))
      const other = await create({ uid: "O'Neill@example.com", 'emails;type-work': 'second@example.com' })
      const numbers = [...ids.keys()].filter((index) => index % 2 === 0)
      const wanted = numbers.map((index) => `user${index}@example.com`)
      const asked = [...wanted, 'second@example.com', "O'Neill@example.com", 'nobody@example.com', 'a"b\\c@example.com']
      expect(await found(asked)).toEqual([...numbers.map((index) => ids[index] ?? ''), other].sort())
      expect(await found(['nobody@example.com'])).toEqual([])
      expect(await found([])).toEqual([])
    })

    it('finds users whatever the case where the store allows it, and shows them whole', async () => {
      const respell = (text: string) => (subject.comparison === 'any-case' ? text.toUpperCase() : text)
      const id = await create({ ...ann, manager: await create({ uid: 'boss@example.com' }) })
      const [page] = await allOf(target.findUsers([respell('ann@example.com')]))
      expect(page).toEqual([await target.readUser(id)])
    })

    it('says when a uid is taken', async () => {
      await create({ uid: 'ann@example.com' })
      const other = await create({ uid: 'bob@example.com' })
      const again: Write = { kind: 'create-user', active: true, values: { uid: 'ANN@example.com' } }
      expect(await one(again)).toMatchObject({ kind: 'failed', code: 'uniqueness' })
      const renamed = await one({
        kind: 'update-user',
        id: other,
        version: null,
        before: { uid: 'bob@example.com' },
        values: { uid: 'ann@example.com' },
      })
      expect(renamed).toMatchObject({ kind: 'failed', code: 'uniqueness' })
    })

    it('deletes a user for good, also twice, and says when an updated user is gone', async () => {
      const id = await create({ uid: 'ann@example.com' })
      await done({ kind: 'delete-user', id })
      expect(await target.readUser(id)).toBeNull()
      await done({ kind: 'delete-user', id })
      const late: Write = {
        kind: 'update-user',
        id,
        version: null,
        before: { title: null },
        values: { title: 'Engineer' },
      }
      expect(await one(late)).toMatchObject({ kind: 'failed', code: 'not-found' })
      expect(await one({ ...late, before: { l: null }, values: { l: 'Bern' } })).toMatchObject({ code: 'not-found' })
    })

    it('shows every user once, over many pages', async () => {
      const results = await writeAll(numbered(40))
      expect(results.every((result) => result.kind === 'done')).toBe(true)
      const users = await allUsers()
      expect(users.map((user) => user.values.uid).sort()).toEqual(
        Array.from({ length: 40 }, (_, index) => `user${index}@example.com`).sort(),
      )
    })

    it('answers a batch in its order, and one bad write harms no other', async () => {
      const taken: Write = { kind: 'create-user', active: true, values: { uid: 'user1@example.com' } }
      const results = await writeAll([...numbered(3), taken, ...numbered(6).slice(4)])
      expect(results.map((result) => result.kind)).toEqual(['done', 'done', 'done', 'failed', 'done', 'done'])
      expect(results[3]).toMatchObject({ code: 'uniqueness' })
      for (const [index, result] of results.entries()) {
        if (result.kind !== 'done') continue
        expect((await target.readUser(result.id))?.values.uid).toBe(`user${index}@example.com`)
      }
    })

    it('updates a batch, and switches users off in it', async () => {
      const created = await writeAll(numbered(5))
      const ids = created.map((result) => (result.kind === 'done' ? result.id : ''))
      const results = await writeAll(
        ids.map((id, index) => ({
          kind: 'update-user',
          id,
          version: null,
          active: index % 2 === 0,
          before: { sn: `Name ${index}` },
          values: { sn: `New ${index}` },
        })),
      )
      expect(results).toEqual(ids.map((id) => ({ kind: 'done', id, ignored: [], retries: 0 })))
      const users = await allUsers()
      expect(users.map(({ id, active, values }) => ({ id, active, sn: values.sn }))).toEqual(
        expect.arrayContaining(ids.map((id, index) => ({ id, active: index % 2 === 0, sn: `New ${index}` }))),
      )
    })

    it('creates, renames and deletes groups', async () => {
      const id = await done({ kind: 'create-group', displayName: 'Sales "EMEA"' })
      await done({ kind: 'create-group', displayName: 'Research' })
      await done({ kind: 'rename-group', id, displayName: 'Sales worldwide' })
      expect([...(await allGroups()).names.values()].sort()).toEqual(['Research', 'Sales worldwide'])
      await done({ kind: 'delete-group', id })
      await done({ kind: 'delete-group', id })
      expect([...(await allGroups()).names.values()]).toEqual(['Research'])
    })

    it('adds and removes more members than fit into one request', async () => {
      const ids = (await writeAll(numbered(250))).map((result) => (result.kind === 'done' ? result.id : ''))
      const group = await done({ kind: 'create-group', displayName: 'All' })
      const add = ids.map((id) => ({ id, kind: 'user' as const }))
      await done({ kind: 'change-members', id: group, add, remove: [] })
      const { members } = await allGroups()
      expect(members.map((member) => member.memberId).sort()).toEqual([...ids].sort())
      expect(new Set(members.map((member) => member.groupId))).toEqual(new Set([group]))
      expect((await target.readGroup(group))?.members).toEqual(expect.arrayContaining(members))
      expect((await allGroups(target.findGroups(['All']))).members).toHaveLength(250)
      await done({ kind: 'change-members', id: group, add: [], remove: ids.slice(10) })
      const left = (await allGroups()).members.map((member) => member.memberId)
      expect(left.sort()).toEqual(ids.slice(0, 10).sort())
    })

    it('reads one group, and finds groups by name, each with its own members', async () => {
      const [ids, names] = [new Map<string, string>(), ['Sales "EMEA"', 'Research', 'Board', 'All']]
      const bob = await create({ uid: 'bob@example.com' })
      for (const name of names) ids.set(name, await done({ kind: 'create-group', displayName: name }))
      const [sales = '', board = ''] = [ids.get('Sales "EMEA"'), ids.get('Board')]
      for (const id of [sales, board, ids.get('All') ?? '']) {
        await done({ kind: 'change-members', id, add: [{ id: bob, kind: 'user' }], remove: [] })
      }
      const respell = (text: string) => (subject.comparison === 'any-case' ? text.toUpperCase() : text)
      const hits = await allGroups(target.findGroups([respell('Sales "EMEA"'), respell('Board'), 'Nobody']))
      expect([...hits.names.keys()].sort()).toEqual([sales, board].sort())
      expect(hits.members.map(({ groupId }) => groupId).sort()).toEqual([sales, board].sort())
      expect(await allOf(target.findGroups(['Nobody']))).toEqual([])
      expect(await allOf(target.findGroups([]))).toEqual([])
      expect(await target.readGroup(sales)).toMatchObject({
        groups: [{ kind: 'group', id: sales, displayName: 'Sales "EMEA"' }],
        members: [{ groupId: sales, memberId: bob }],
      })
      await done({ kind: 'delete-group', id: sales })
      expect(await target.readGroup(sales)).toBeNull()
    })

    it('adds a group to a group where the store can', async () => {
      if ((await target.discover()).groups !== 'nested') return
      const outer = await done({ kind: 'create-group', displayName: 'Outer' })
      const inner = await done({ kind: 'create-group', displayName: 'Inner' })
      await done({ kind: 'change-members', id: outer, add: [{ id: inner, kind: 'group' }], remove: [] })
      expect((await allGroups()).members).toEqual([{ groupId: outer, memberId: inner }])
    })

    it('finds nothing wrong with a good store', async () => {
      const findings = await allOf(target.check())
      expect(findings.filter((finding) => finding.level === 'error')).toEqual([])
      for (const finding of findings) expect(finding.remedy === '').toBe(finding.level === 'ok')
    })

    it('can be closed twice', async () => {
      await target.close()
      await target.close()
    })
  })
}

/** The promises of `Target`, to be run on every implementation. Pages must be small: 7 resources at most. */
export function describeTarget(name: string, setup: () => Promise<TargetUnderTest>): void {
  describeUsersAndGroups(name, setup)
  describeContacts(name, setup)
  describePicturesAndRooms(name, setup)
}

function pick(values: UserValues, names: readonly string[]): UserValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)))
}
