import { type IdentityStore, startIdentityStore } from '../../../../app/demo/store/identityStore.ts'
import { enterpriseUserSchema, webexUserSchema } from '../../../../app/target/scim/schemaUrns.ts'
import { scimTarget } from '../../../../app/target/scim/scimTarget.ts'
import type { Target, Write, WriteResult } from '../../../../app/target/target.ts'
import { leapingClock } from '../../../fakes/leapingClock.ts'
import { startScriptedStore } from '../../../fakes/scriptedStore.ts'
import { connectionSettings, token } from '../connectionSettings.ts'

const values = { title: 'Engineer', departmentNumber: '42', mobile: '1', sn: 'Last' }
const create = (uid: string): Write => ({ kind: 'create-user', active: true, values: { uid, ...values } })

describe.each(['generic', 'webex'] as const)('what the embedded store, profile %s, does not keep', (profile) => {
  let store: IdentityStore
  let target: Target
  beforeEach(async () => {
    const faults = { ignoreAttributes: ['title', `${enterpriseUserSchema}:department`, 'phoneNumbers', 'members'] }
    store = await startIdentityStore({ file: ':memory:', profile, token, faults })
    target = scimTarget(connectionSettings(store.url, { profile }), { clock: leapingClock() })
  })
  afterEach(async () => {
    await target.close()
    await store.close()
  })

  const ignored = (result: WriteResult | undefined) => (result?.kind === 'done' ? [...result.ignored].sort() : result)

  it('is named after a create, an update, and a batch', async () => {
    const wanted = ['departmentNumber', 'mobile', 'title']
    const [created] = await target.write([create('ann@example.com')])
    expect(ignored(created)).toEqual(wanted)
    const before = { title: null, departmentNumber: null, mobile: null, sn: 'Last' }
    const id = created?.kind === 'done' ? created.id : ''
    const update: Write = { kind: 'update-user', id, version: null, before, values: { ...values, sn: 'New' } }
    expect(ignored((await target.write([update]))[0])).toEqual(wanted)
    const batch = await target.write([create('bob@example.com'), update, create('carol@example.com')])
    expect(batch.map(ignored)).toEqual([wanted, wanted, wanted])
  })

  it('is named after a change of members', async () => {
    const [user, group] = await target.write([create('ann@example.com'), { kind: 'create-group', displayName: 'All' }])
    if (user?.kind !== 'done' || group?.kind !== 'done') throw new Error('not created')
    const add = [{ id: user.id, kind: 'user' as const }]
    const [result] = await target.write([{ kind: 'change-members', id: group.id, add, remove: [] }])
    expect(ignored(result)).toEqual(['members'])
  })
})

it('is everything that the store has no place for, and that is not even sent', async () => {
  const store = await startScriptedStore(({ method, path, body }) =>
    method === 'POST' && path === '/Users' ? { status: 201, json: { ...body, id: '1' } } : undefined,
  )
  const target = scimTarget(connectionSettings(store.url), { clock: leapingClock() })
  const { attributes } = await target.discover()
  expect(attributes.has('buildingName')).toBe(false)
  const [result] = await target.write([
    { kind: 'create-user', active: true, values: { uid: 'a@example.com', buildingName: 'B1', o: 'Example' } },
  ])
  expect(result).toEqual({ kind: 'done', id: '1', ignored: ['buildingName'], retries: 0 })
  expect(JSON.stringify(store.requests.at(-1)?.body)).not.toContain('B1')
  await target.close()
  await store.close()
})

it('is seen by reading back when the answer shows nothing', async () => {
  const kept = { id: '7', userName: 'ann@example.com', active: true, name: { familyName: 'Änder' } }
  const store = await startScriptedStore(({ method, path }) => {
    if (method === 'POST') return { status: 201, headers: { location: 'http://store/scim/Users/7' } }
    if (method === 'PATCH') return { status: 204 }
    return path === '/Users/7' ? { status: 200, json: kept } : undefined
  })
  const target = scimTarget(connectionSettings(store.url), { clock: leapingClock() })
  const wanted = { uid: 'Ann@example.com', sn: 'Änder', title: 'Engineer' }
  const [created] = await target.write([{ kind: 'create-user', active: false, values: wanted }])
  expect(created).toEqual({ kind: 'done', id: '7', ignored: ['title', 'active'], retries: 0 })
  const [updated] = await target.write([
    {
      kind: 'update-user',
      id: '7',
      version: null,
      before: { title: null, sn: 'A' },
      values: { title: 'X', sn: 'Änder' },
    },
  ])
  expect(updated).toEqual({ kind: 'done', id: '7', ignored: ['title'], retries: 0 })
  await target.close()
  await store.close()
})

it('keeps Webex users in the form that Webex wants', async () => {
  const store = await startIdentityStore({ file: ':memory:', profile: 'webex', token })
  const orgId = Buffer.from('ciscospark://us/ORGANIZATION/7a3f0c52-4d1e-4b7a-9c66-0f2d8e5b9a41').toString('base64url')
  const url = store.url.replace('7a3f0c52-4d1e-4b7a-9c66-0f2d8e5b9a41', orgId)
  const target = scimTarget(connectionSettings(url, { profile: 'webex' }), { clock: leapingClock() })
  const sent = {
    uid: 'ann@example.com',
    preferredLanguage: 'de-CH',
    locale: 'fr-CH',
    employeeType: 'staff',
    buildingName: 'B1',
    physicalDeliveryOfficeName: '2.04',
    'sipAddresses;type=enterprise': 'ann@sip.example.com',
  }
  const [created] = await target.write([{ kind: 'create-user', active: true, values: sent }])
  expect(created).toMatchObject({ kind: 'done', ignored: [] })
  const id = created?.kind === 'done' ? created.id : ''
  expect((await target.readUser(id))?.values).toEqual(sent)
  const raw = await fetch(`${store.url}/Users/${id}`, { headers: { authorization: `Bearer ${token}` } })
  expect(await raw.json()).toMatchObject({
    userType: 'user',
    preferredLanguage: 'de_CH',
    locale: 'fr_CH',
    emails: [{ value: 'ann@example.com', type: 'work', primary: true }],
    [webexUserSchema]: {
      extensionAttribute1: ['staff'],
      extensionAttribute2: ['B1'],
      extensionAttribute3: ['2.04'],
      sipAddresses: [{ value: 'ann@sip.example.com', type: 'enterprise' }],
    },
  })
  await target.close()
  await store.close()
})
