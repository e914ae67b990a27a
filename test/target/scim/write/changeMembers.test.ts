import { scimTarget } from '../../../../app/target/scim/scimTarget.ts'
import { leapingClock } from '../../../fakes/leapingClock.ts'
import { startScriptedStore } from '../../../fakes/scriptedStore.ts'
import { connectionSettings } from '../connectionSettings.ts'

interface Operation {
  readonly op: string
  readonly path: string
  readonly value?: readonly { readonly value: string }[]
}

/** A group of which members are removed in the given way only. */
async function groupStore(accepts: 'value-path' | 'value-array') {
  const members = new Set<string>()
  const patches: Operation[][] = []
  const store = await startScriptedStore(({ method, path, body }) => {
    if (path !== '/Groups/g') return undefined
    const show = {
      status: 200,
      json: { id: 'g', displayName: 'All', members: [...members].map((value) => ({ value })) },
    }
    if (method === 'GET') return show
    const operations = body?.Operations as Operation[]
    patches.push(operations)
    const byPath = operations.some((operation) => operation.path !== 'members')
    const byArray = operations.some((operation) => operation.op === 'remove' && operation.path === 'members')
    if ((byPath && accepts === 'value-array') || (byArray && accepts === 'value-path')) {
      return { status: 400, json: { scimType: 'invalidPath' } }
    }
    for (const { op, path: target, value = [] } of operations) {
      for (const member of value) {
        if (op === 'add') members.add(member.value)
        else members.delete(member.value)
      }
      if (target !== 'members') members.delete(/"(.*)"/.exec(target)?.[1] ?? '')
    }
    return { status: 204 }
  })
  const target = scimTarget(connectionSettings(store.url), { clock: leapingClock() })
  const close = async () => {
    await target.close()
    await store.close()
  }
  return { target, members, patches, close }
}

const ids = Array.from({ length: 230 }, (_, index) => `u${index}`)

it.each(['value-path', 'value-array'] as const)('removes members where the store takes the %s', async (accepts) => {
  const { target, members, patches, close } = await groupStore(accepts)
  const add = ids.map((id) => ({ id, kind: 'user' as const }))
  const done = { kind: 'done', id: 'g', ignored: [], retries: 0 }
  expect(await target.write([{ kind: 'change-members', id: 'g', add, remove: [] }])).toEqual([done])
  expect(patches.map(([operation]) => operation?.value?.length)).toEqual([100, 100, 30])
  expect(members.size).toBe(230)
  patches.length = 0
  const remove = ids.slice(0, 150)
  expect(await target.write([{ kind: 'change-members', id: 'g', add: [], remove }])).toEqual([done])
  expect(members.size).toBe(80)
  // The value path is tried once only where it is refused.
  expect(patches).toHaveLength(accepts === 'value-path' ? 2 : 3)
  await close()
})

it('fails with the words of the store when members are refused', async () => {
  const store = await startScriptedStore(() => ({ status: 400, json: { detail: 'no such member' } }))
  const target = scimTarget(connectionSettings(store.url), { clock: leapingClock() })
  const add = [{ id: 'nobody', kind: 'user' as const }]
  const [result] = await target.write([{ kind: 'change-members', id: 'g', add, remove: [] }])
  expect(result).toMatchObject({ kind: 'failed', code: 'refused', message: expect.stringContaining('no such member') })
  await target.close()
  await store.close()
})
