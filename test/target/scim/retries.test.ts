import { type IdentityStore, startIdentityStore } from '../../../app/demo/store/identityStore.ts'
import type { CurrentUser } from '../../../app/model/resource.ts'
import { scimTarget } from '../../../app/target/scim/scimTarget.ts'
import type { Target, Write } from '../../../app/target/target.ts'
import { type LeapingClock, leapingClock } from '../../fakes/leapingClock.ts'
import { startScriptedStore } from '../../fakes/scriptedStore.ts'
import { connectionSettings, token } from './connectionSettings.ts'

const createAnn: Write = {
  kind: 'create-user',
  active: true,
  values: { uid: 'ann@example.com', sn: 'Änder', 'emails;type-work': 'a.aender@example.com' },
}

describe('a store with faults', () => {
  let store: IdentityStore
  let clock: LeapingClock
  let target: Target
  beforeEach(async () => {
    store = await startIdentityStore({ file: ':memory:', profile: 'generic', token, faults: {} })
    clock = leapingClock()
    target = scimTarget(connectionSettings(store.url), { clock, random: () => 0.5 })
    await target.discover()
  })
  afterEach(async () => {
    await target.close()
    await store.close()
  })

  const users = async (): Promise<CurrentUser[]> => {
    const all: CurrentUser[] = []
    for await (const page of target.readUsers()) all.push(...page)
    return all
  }

  it('waits as long as a throttling store asks for', async () => {
    store.faults.tooManyRequests = { every: 1, times: 2, retryAfterSeconds: 7 }
    const [result] = await target.write([createAnn])
    expect(result).toMatchObject({ kind: 'done', ignored: [], retries: 2 })
    expect(clock.sleeps).toHaveLength(2)
    for (const sleep of clock.sleeps) expect(sleep).toBeGreaterThanOrEqual(7000)
  })

  it('gives up at once when it would have to wait longer than the time it has', async () => {
    store.faults.tooManyRequests = { every: 1, retryAfterSeconds: 3600 }
    const [result] = await target.write([createAnn])
    expect(result).toMatchObject({ kind: 'failed', code: 'unavailable', retries: 0 })
    expect(clock.sleeps).toEqual([])
  })

  it.each([500, 502, 503, 504])('sends again after %d, with growing pauses', async (status) => {
    store.faults.serverErrors = { every: 1, times: 3, status, methods: ['POST'] }
    const [result] = await target.write([createAnn])
    expect(result).toMatchObject({ kind: 'done', retries: 3 })
    expect(clock.sleeps).toEqual([125, 250, 500])
    expect(await users()).toHaveLength(1)
  })

  it('fails the one write that keeps failing, and throws when a list does', async () => {
    store.faults.serverErrors = { every: 1, status: 503 }
    const [result] = await target.write([createAnn])
    expect(result).toMatchObject({ kind: 'failed', code: 'unavailable' })
    await expect(users()).rejects.toMatchObject({ side: 'store', code: 'unavailable' })
  })

  it('creates a user once when the connection is cut before or after the work', async () => {
    store.faults.dropBeforeWork = { every: 1, times: 1, methods: ['POST'] }
    expect((await target.write([createAnn]))[0]).toMatchObject({ kind: 'done', ignored: [], retries: 1 })
    delete store.faults.dropBeforeWork
    store.faults.dropAfterWork = { every: 1, times: 1, methods: ['POST'] }
    const bob: Write = { kind: 'create-user', active: false, values: { uid: 'bob@example.com', sn: 'Bo' } }
    expect((await target.write([bob]))[0]).toMatchObject({ kind: 'done', ignored: [], retries: 1 })
    expect((await users()).map((user) => user.values.uid).sort()).toEqual(['ann@example.com', 'bob@example.com'])
  })

  it('does not adopt a user of the same name whose values contradict', async () => {
    await target.write([createAnn])
    store.faults.dropBeforeWork = { every: 1, times: 1, methods: ['POST'] }
    const other: Write = { kind: 'create-user', active: true, values: { uid: 'ann@example.com', sn: 'Other' } }
    const [result] = await target.write([other])
    expect(result).toMatchObject({ kind: 'failed', code: 'uniqueness' })
    expect(result?.kind === 'failed' && result.message).toContain('sn')
  })

  it('changes a user once when the answer is lost', async () => {
    const [created] = await target.write([createAnn])
    const id = created?.kind === 'done' ? created.id : ''
    const version = (await target.readUser(id))?.version ?? null
    expect(version).not.toBeNull()
    store.faults.dropAfterWork = { every: 1, times: 1, methods: ['PATCH'] }
    const [result] = await target.write([
      {
        kind: 'update-user',
        id,
        version,
        active: false,
        before: { mobile: null, title: null, 'emails;type-work': 'a.aender@example.com' },
        values: { mobile: '1', title: 'Engineer', 'emails;type-work': null },
      },
    ])
    expect(result).toMatchObject({ kind: 'done', ignored: [], retries: 1 })
    expect(await target.readUser(id)).toMatchObject({
      active: false,
      emails: ['ann@example.com'],
      values: { uid: 'ann@example.com', sn: 'Änder', mobile: '1', title: 'Engineer' },
    })
  })

  it('counts a deletion as done when the answer is lost', async () => {
    const [created] = await target.write([createAnn])
    store.faults.dropAfterWork = { every: 1, times: 1, methods: ['DELETE'] }
    const [result] = await target.write([{ kind: 'delete-user', id: created?.kind === 'done' ? created.id : '' }])
    expect(result).toMatchObject({ kind: 'done', retries: 1 })
  })

  it('creates a group once when the answer is lost', async () => {
    store.faults.dropAfterWork = { every: 1, times: 1, methods: ['POST'] }
    const [result] = await target.write([{ kind: 'create-group', displayName: 'Sales' }])
    expect(result).toMatchObject({ kind: 'done', retries: 1 })
    let groups = 0
    for await (const page of target.readGroups()) groups += page.groups.length
    expect(groups).toBe(1)
  })

  it.each(['dropAfterWork', 'dropBeforeWork'] as const)(
    'creates every user of a batch once after %s',
    async (fault) => {
      store.faults[fault] = { every: 1, times: 1, methods: ['POST'] }
      const batch = Array.from({ length: 20 }, (_, index): Write => {
        return { kind: 'create-user', active: true, values: { uid: `user${index}@example.com` } }
      })
      const results = await target.write(batch)
      expect(results.map((result) => result.kind)).toEqual(batch.map(() => 'done'))
      expect(await users()).toHaveLength(20)
    },
  )

  it('changes every user of a batch once when the answer is lost, though their versions moved on', async () => {
    const creates = [0, 1, 2].map((index): Write => {
      return { kind: 'create-user', active: true, values: { uid: `user${index}@example.com` } }
    })
    await target.write(creates)
    const before = await users()
    store.faults.dropAfterWork = { every: 1, times: 1, methods: ['POST'] }
    const results = await target.write(
      before.map(({ id, version }) => {
        return { kind: 'update-user', id, version, before: { mobile: null }, values: { mobile: '1' } }
      }),
    )
    expect(results).toMatchObject(before.map(({ id }) => ({ kind: 'done', id, ignored: [] })))
    expect((await users()).map((user) => user.values.mobile)).toEqual(['1', '1', '1'])
  })

  it('reads on after a cut connection', async () => {
    await target.write([createAnn])
    store.faults.dropBeforeWork = { every: 1, times: 2, methods: ['GET'] }
    expect(await users()).toHaveLength(1)
  })

  it('fails the one write whose connection is always cut', async () => {
    store.faults.dropBeforeWork = { every: 1, methods: ['DELETE'] }
    const [result] = await target.write([{ kind: 'delete-user', id: 'x' }])
    expect(result).toMatchObject({ kind: 'failed', code: 'unavailable', retries: 7 })
  })

  it('asks a store that is slow only once', async () => {
    store.faults.delayMilliseconds = 50
    expect((await target.write([createAnn]))[0]).toMatchObject({ kind: 'done', retries: 0 })
  })
})

it('understands a Retry-After that is a date', async () => {
  const clock = leapingClock(new Date('2026-01-01T00:00:00Z'))
  let refusals = 0
  const store = await startScriptedStore(({ path }) => {
    if (path !== '/Users/1') return undefined
    if (refusals++ > 0) return { status: 200, json: { id: '1', userName: 'ann@example.com' } }
    return { status: 429, headers: { 'retry-after': 'Thu, 01 Jan 2026 00:01:00 GMT' } }
  })
  const target = scimTarget(connectionSettings(store.url), { clock, random: () => 0 })
  expect(await target.readUser('1')).toMatchObject({ values: { uid: 'ann@example.com' } })
  expect(clock.sleeps).toEqual([60_000])
  await target.close()
  await store.close()
})

it('holds every request back while the store throttles one', async () => {
  let throttled = 0
  const resumed: Date[] = []
  const clock = leapingClock()
  const store = await startScriptedStore(({ path, method }) => {
    if (method === 'DELETE' && path === '/Users/0' && throttled++ === 0) {
      return { status: 429, headers: { 'retry-after': '30' } }
    }
    if (method === 'DELETE') resumed.push(clock.now())
    return method === 'DELETE' ? { status: 204 } : undefined
  })
  const target = scimTarget(connectionSettings(store.url, { concurrency: 1 }), { clock, random: () => 0 })
  const results = await target.write([0, 1, 2].map((id) => ({ kind: 'delete-user', id: `${id}` })))
  expect(results.map((result) => result.kind)).toEqual(['done', 'done', 'done'])
  await target.write([{ kind: 'delete-user', id: '3' }])
  expect(resumed.at(-1)?.getTime()).toBeGreaterThanOrEqual(new Date('2026-01-01T00:00:30Z').getTime())
  await target.close()
  await store.close()
})
