import { type IdentityStore, startIdentityStore } from '../../../../app/demo/store/identityStore.ts'
import type { ScimConnectionSettings } from '../../../../app/target/scim/connectionSettings.ts'
import { scimTarget } from '../../../../app/target/scim/scimTarget.ts'
import type { Target, Write } from '../../../../app/target/target.ts'
import { leapingClock } from '../../../fakes/leapingClock.ts'
import { type ScriptedAnswer, type ScriptedRequest, startScriptedStore } from '../../../fakes/scriptedStore.ts'
import { connectionSettings, token } from '../connectionSettings.ts'

const creates = (count: number): Write[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'create-user',
    active: true,
    values: { uid: `user${index}@example.com` },
  }))

describe('the embedded store', () => {
  let store: IdentityStore
  let target: Target
  beforeEach(async () => {
    store = await startIdentityStore({ file: ':memory:', profile: 'generic', token })
    target = scimTarget(connectionSettings(store.url), { clock: leapingClock() })
    await target.discover()
    store.requests.reset()
  })
  afterEach(async () => {
    await target.close()
    await store.close()
  })

  it('gets many creates in one request, and is asked once what it kept', async () => {
    const results = await target.write(creates(40))
    expect(results).toEqual(results.map((result) => ({ ...result, kind: 'done', ignored: [], retries: 0 })))
    expect(store.requests.all()).toEqual({ 'POST /Bulk': 1, 'GET /Users': 1 })
  })

  it('never gets a deletion by Bulk', async () => {
    const created = await target.write(creates(3))
    store.requests.reset()
    await target.write(created.map((result) => ({ kind: 'delete-user', id: result.kind === 'done' ? result.id : '' })))
    expect(store.requests.all()).toEqual({ 'DELETE /Users/:id': 3 })
  })

  it('refuses a change of a user whose version is another one', async () => {
    const [created] = await target.write(creates(1))
    const id = created?.kind === 'done' ? created.id : ''
    const version = (await target.readUser(id))?.version ?? null
    const update = (before: string | null, title: string): Write => {
      return { kind: 'update-user', id, version, before: { title: before }, values: { title } }
    }
    expect((await target.write([update(null, 'A')]))[0]?.kind).toBe('done')
    expect((await target.write([update(null, 'B')]))[0]).toMatchObject({ kind: 'failed', code: 'moved-on' })
    const results = await target.write([update(null, 'B'), update(null, 'C')])
    expect(results).toMatchObject([{ code: 'moved-on' }, { code: 'moved-on' }])
    const street: Write = { kind: 'update-user', id, version, before: { l: null }, values: { l: 'Bern' } }
    expect((await target.write([street]))[0]).toMatchObject({ code: 'moved-on' })
  })

  it('is read before an address is added to a user who may have one', async () => {
    const values = { uid: 'a@example.com', street: 'Main Street 1' }
    const [created] = await target.write([{ kind: 'create-user', active: true, values }])
    const id = created?.kind === 'done' ? created.id : ''
    await target.write([{ kind: 'update-user', id, version: null, before: { l: null }, values: { l: 'Bern' } }])
    const raw = await fetch(`${store.url}/Users/${id}`, { headers: { authorization: `Bearer ${token}` } })
    expect((await raw.json()).addresses).toEqual([{ type: 'work', streetAddress: 'Main Street 1', locality: 'Bern' }])
  })
})

interface BulkBody {
  readonly Operations: readonly { readonly method: string; readonly bulkId: string; readonly data: object }[]
}

/** A store with Bulk as the test wants it; single requests create whatever they are given. */
async function withBulk(
  bulk: (operations: BulkBody['Operations'], request: ScriptedRequest) => ScriptedAnswer,
  limits: object,
  action: (target: Target, requests: (path: string) => ScriptedRequest[]) => Promise<void>,
  overrides: Partial<ScimConnectionSettings> = {},
): Promise<void> {
  const store = await startScriptedStore((request) => {
    const { method, path, body } = request
    if (path === '/ServiceProviderConfig') return { status: 200, json: { bulk: { supported: true, ...limits } } }
    if (path === '/Bulk') return bulk((body as unknown as BulkBody).Operations, request)
    if (method === 'POST') return { status: 201, json: { ...body, id: String(body?.userName) } }
    return path === '/Users' ? { status: 200, json: { totalResults: 0, Resources: [] } } : undefined
  })
  const target = scimTarget(connectionSettings(store.url, overrides), { clock: leapingClock() })
  await action(target, (path) => store.requests.filter((request) => request.path === path && request.method === 'POST'))
  await target.close()
  await store.close()
}

const created = ({ bulkId, data }: BulkBody['Operations'][number]) => ({
  method: 'POST',
  bulkId,
  status: '201',
  response: { ...data, id: bulkId },
})

it('halves a batch that is too large for the store', async () => {
  const bulk = (operations: BulkBody['Operations']): ScriptedAnswer =>
    operations.length > 3 ? { status: 413 } : { status: 200, json: { Operations: operations.map(created) } }
  await withBulk(bulk, { maxOperations: 50 }, async (target, requests) => {
    const results = await target.write(creates(10))
    expect(results.every((result) => result.kind === 'done')).toBe(true)
    const sizes = requests('/Bulk').map((request) => (request.body as unknown as BulkBody).Operations.length)
    expect(sizes).toEqual([10, 5, 3, 2, 5, 3, 2])
  })
})

it('keeps to the numbers and the bytes that the store names', async () => {
  const bulk = (operations: BulkBody['Operations'], { headers }: ScriptedRequest): ScriptedAnswer => {
    expect(operations.length).toBeLessThanOrEqual(4)
    expect(Number(headers['content-length'])).toBeLessThanOrEqual(1200)
    return { status: 200, json: { Operations: operations.map(created) } }
  }
  await withBulk(bulk, { maxOperations: 4, maxPayloadSize: 1200 }, async (target, requests) => {
    expect((await target.discover()).batchSize).toBe(4)
    const results = await target.write(creates(10))
    expect(results.every((result) => result.kind === 'done')).toBe(true)
    expect(requests('/Bulk').length).toBeGreaterThanOrEqual(3)
  })
})

it('looks at the status of every operation, whatever their order', async () => {
  const bulk = (operations: BulkBody['Operations']): ScriptedAnswer => {
    const [first, second, third, fourth, fifth] = operations.map(created)
    const refused = { ...second, status: { code: '409' }, response: { scimType: 'uniqueness', detail: 'taken' } }
    const invalid = { ...third, status: 400, response: { detail: 'bad title' } }
    const busy = { ...fourth, status: '503', response: { detail: 'busy' } }
    expect(fifth).toBeDefined()
    return { status: 200, json: { Operations: [busy, invalid, refused, first] } }
  }
  await withBulk(bulk, {}, async (target, requests) => {
    const results = await target.write(creates(5))
    expect(results).toMatchObject([
      { kind: 'done', id: 'w0' },
      { kind: 'failed', code: 'uniqueness' },
      { kind: 'failed', code: 'refused', message: expect.stringContaining('bad title') },
      { kind: 'done', id: 'user3@example.com' },
      { kind: 'done', id: 'user4@example.com' },
    ])
    expect(requests('/Users')).toHaveLength(2)
  })
})

it('writes one by one when Bulk is refused', async () => {
  await withBulk(
    () => ({ status: 501 }),
    {},
    async (target, requests) => {
      expect((await target.write(creates(3))).map((result) => result.kind)).toEqual(['done', 'done', 'done'])
      await target.write(creates(2))
      expect(requests('/Bulk')).toHaveLength(1)
      expect(requests('/Users')).toHaveLength(5)
    },
  )
})
