import { startIdentityStore } from '../../../app/demo/store/identityStore.ts'
import { generic } from '../../../app/target/scim/profile/generic.ts'
import { scimTarget } from '../../../app/target/scim/scimTarget.ts'
import { allOf } from '../../fakes/allOf.ts'
import { leapingClock } from '../../fakes/leapingClock.ts'
import { startScriptedStore } from '../../fakes/scriptedStore.ts'
import { startScimmyStore } from '../../services/scimmyStore.ts'
import { connectionSettings, token } from './connectionSettings.ts'

const connectorOnly = ['buildingName', 'connectorDomain', 'physicalDeliveryOfficeName', 'sipAddresses;type=enterprise']

async function discover(url: string) {
  const target = scimTarget(connectionSettings(url), { clock: leapingClock() })
  const capabilities = await target.discover()
  const findings = await allOf(target.check())
  await target.close()
  const missing = [...generic.places.keys()].filter((attribute) => !capabilities.attributes.has(attribute))
  return { ...capabilities, missing, findings }
}

it('learns everything from a store that describes itself', async () => {
  const store = await startIdentityStore({ file: ':memory:', profile: 'generic', token })
  expect(await discover(store.url)).toMatchObject({ missing: [], groups: 'nested', batchSize: 100, concurrency: 8 })
  await store.close()
})

it('learns what a store has no place for', async () => {
  const store = await startScimmyStore({ token })
  const { missing, findings } = await discover(store.url)
  expect(missing.sort()).toEqual(connectorOnly)
  const finding = findings.find(({ subject }) => subject === 'attributes')
  expect(finding).toMatchObject({ level: 'warning', message: expect.stringContaining('buildingName') })
  await store.close()
})

it('assumes little of a store that says nothing of itself', async () => {
  const empty = { status: 200, json: { totalResults: 0, Resources: [] } }
  const store = await startScriptedStore(({ path }) => (path === '/Users' || path === '/Groups' ? empty : undefined))
  const { missing, groups, batchSize, findings } = await discover(store.url)
  expect({ missing: missing.sort(), groups, batchSize }).toEqual({
    missing: connectorOnly,
    groups: 'flat',
    batchSize: 1,
  })
  expect(findings.filter(({ level }) => level === 'error')).toEqual([])
  const finding = findings.find(({ subject }) => subject === 'discovery')
  expect(finding).toMatchObject({ level: 'warning', message: expect.stringContaining('/ServiceProviderConfig') })
  await store.close()
})

it('sees that a store has no groups, and reads none', async () => {
  const store = await startScriptedStore(({ path }) =>
    path === '/ResourceTypes' ? { status: 200, json: { Resources: [{ id: 'User', endpoint: '/Users' }] } } : undefined,
  )
  const target = scimTarget(connectionSettings(store.url), { clock: leapingClock() })
  expect((await target.discover()).groups).toBe('none')
  for await (const page of target.readGroups()) expect(page).toBeUndefined()
  await target.close()
  await store.close()
})

it('tries discovery again after a failure', async () => {
  let failing = true
  const store = await startScriptedStore(() => (failing ? { status: 401, json: {} } : undefined))
  const target = scimTarget(connectionSettings(store.url), { clock: leapingClock() })
  await expect(target.discover()).rejects.toMatchObject({ code: 'unauthorized' })
  failing = false
  expect((await target.discover()).batchSize).toBe(1)
  await target.close()
  await store.close()
})
