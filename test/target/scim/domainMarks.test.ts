import { startIdentityStore } from '../../../app/demo/store/identityStore.ts'
import { scimTarget } from '../../../app/target/scim/scimTarget.ts'
import type { Target, Write } from '../../../app/target/target.ts'
import { allOf } from '../../fakes/allOf.ts'
import { leapingClock } from '../../fakes/leapingClock.ts'
import { startScriptedStore } from '../../fakes/scriptedStore.ts'
import { startScimmyStore } from '../../services/scimmyStore.ts'
import { connectionSettings, token } from './connectionSettings.ts'

async function write(target: Target, ...writes: readonly Write[]): Promise<readonly string[]> {
  const results = await target.write(writes)
  return results.map((result) => {
    expect(result).toMatchObject({ kind: 'done', ignored: [] })
    return result.kind === 'done' ? result.id : ''
  })
}

const domain = { connectorDomain: 'corp.example.com' }

it('keeps the domain of users and groups in a store that has a place for it', async () => {
  const store = await startIdentityStore({ file: ':memory:', profile: 'generic', token })
  const target = scimTarget(connectionSettings(store.url), { clock: leapingClock() })
  expect((await target.discover()).marks).toEqual(['user', 'group'])
  const [ann = '', bob = '', crew = '', board = ''] = await write(
    target,
    { kind: 'create-user', active: true, values: { uid: 'ann@example.com', externalId: 'e-1', ...domain } },
    { kind: 'create-user', active: true, values: { uid: 'bob@example.com' } },
    { kind: 'create-group', displayName: 'Crew', ...domain },
    { kind: 'create-group', displayName: 'Board' },
  )
  expect((await target.readUser(ann))?.values).toMatchObject({ externalId: 'e-1', ...domain })
  expect((await target.readUser(bob))?.values).not.toHaveProperty('connectorDomain')
  expect((await target.readGroup(crew))?.groups).toMatchObject([domain])
  expect((await target.readGroup(board))?.groups).toMatchObject([{ connectorDomain: null }])

  const before = { connectorDomain: null }
  await write(target, { kind: 'update-user', id: bob, version: null, before, values: domain })
  await write(target, { kind: 'mark-group', id: board, ...domain })
  await write(target, { kind: 'mark-group', id: crew, connectorDomain: 'emea.example.com' })
  await write(target, { kind: 'rename-group', id: crew, displayName: 'Team' })
  expect((await allOf(target.findUsers(['bob@example.com']))).flat()[0]).toMatchObject({ values: domain })
  const groups = (await allOf(target.readGroups())).flatMap((page) => page.groups)
  expect(new Map(groups.map(({ displayName, connectorDomain }) => [displayName, connectorDomain]))).toEqual(
    new Map([
      ['Team', 'emea.example.com'],
      ['Board', 'corp.example.com'],
    ]),
  )
  await target.close()
  await store.close()
})

it.each(['webex', 'scimmy'] as const)('says that %s has no place for it, and sends nothing of it', async (kind) => {
  const store =
    kind === 'scimmy'
      ? await startScimmyStore({ token })
      : await startIdentityStore({ file: ':memory:', profile: 'webex', token })
  const profile = kind === 'scimmy' ? 'generic' : 'webex'
  const target = scimTarget(connectionSettings(store.url, { profile }), { clock: leapingClock() })
  expect((await target.discover()).marks).toEqual([])
  const [created] = await target.write([{ kind: 'create-group', displayName: 'Crew', ...domain }])
  expect(created).toMatchObject({ kind: 'done', ignored: ['connectorDomain'] })
  const crew = created?.kind === 'done' ? created.id : ''
  expect((await target.readGroup(crew))?.groups).toMatchObject([{ connectorDomain: null }])
  const [marked] = await target.write([{ kind: 'mark-group', id: crew, ...domain }])
  expect(marked).toMatchObject({ kind: 'done', ignored: ['connectorDomain'] })
  await target.close()
  await store.close()
})

it('does not take a user of another domain for the one it has just created', async () => {
  const schema = 'urn:ietf:params:scim:schemas:extension:directory-connector:2.0:User'
  const others = { id: '7', userName: 'ann@example.com', [schema]: { connectorDomain: 'emea.example.com' } }
  const attributes = [{ name: 'connectorDomain' }, { name: 'userName' }]
  const core = 'urn:ietf:params:scim:schemas:core:2.0:User'
  const store = await startScriptedStore(({ method, path }) => {
    if (path === '/Schemas')
      return { status: 200, json: { Resources: [core, schema].map((id) => ({ id, attributes })) } }
    if (method === 'POST') return { status: 503, json: {} }
    return path === '/Users' ? { status: 200, json: { totalResults: 1, Resources: [others] } } : undefined
  })
  const target = scimTarget(connectionSettings(store.url), { clock: leapingClock() })
  const values = { uid: 'ann@example.com', ...domain }
  const [result] = await target.write([{ kind: 'create-user', active: true, values }])
  expect(result).toMatchObject({ kind: 'failed', code: 'uniqueness' })
  await target.close()
  await store.close()
})
