import { startIdentityStore } from '../../../../app/demo/store/identityStore.ts'
import { scimTarget } from '../../../../app/target/scim/scimTarget.ts'
import type { GroupPage, Target } from '../../../../app/target/target.ts'
import { allOf } from '../../../fakes/allOf.ts'
import { leapingClock } from '../../../fakes/leapingClock.ts'
import { type ScriptedAnswer, type ScriptedRequest, startScriptedStore } from '../../../fakes/scriptedStore.ts'
import { connectionSettings, token } from '../connectionSettings.ts'

type Script = (request: ScriptedRequest) => ScriptedAnswer | undefined

const people = Array.from({ length: 20 }, (_, index) => ({
  id: `${index}`,
  userName: `user${index}@example.com`,
  emails: [{ value: `user${index}@example.com` }, { value: `other${index}@example.com` }],
}))

/** A page of `all` as the request asks for it. */
function page(all: readonly unknown[], { query }: ScriptedRequest): ScriptedAnswer {
  const start = Number(query.get('startIndex')) - 1
  const Resources = all.slice(start, start + Number(query.get('count')))
  return { status: 200, json: { totalResults: all.length, Resources } }
}

/** The ids found, and what was asked: the filter, or `list` for a request without one. */
async function find(script: Script, search: (target: Target) => Promise<readonly string[]>) {
  const store = await startScriptedStore((request) =>
    request.path === '/Users' || request.path === '/Groups' ? script(request) : undefined,
  )
  const target = scimTarget(connectionSettings(store.url), { clock: leapingClock() })
  const ids = await search(target)
  const lists = store.requests.filter(({ path }) => path === '/Users' || path === '/Groups')
  const asked = lists.map(({ query }) => query.get('filter') ?? `list from ${query.get('startIndex')}`)
  await target.close()
  await store.close()
  return { ids: [...new Set(ids)].sort(), asked }
}

const users = (uids: readonly string[]) => async (target: Target) =>
  (await allOf(target.findUsers(uids))).flat().map(({ id }) => id)

const groups = (names: readonly string[]) => async (target: Target) =>
  (await allOf(target.findGroups(names))).flatMap((found) => found.groups.map(({ id }) => id))

it('walks the list once when the store refuses the filter', async () => {
  const script = (request: ScriptedRequest) =>
    request.query.has('filter') ? { status: 400, json: {} } : page(people, request)
  const { ids, asked } = await find(script, users(['USER3@example.com', 'other17@Example.com', 'x@example.com']))
  expect(ids).toEqual(['17', '3'])
  expect(asked.filter((request) => request === 'list from 1')).toHaveLength(1)
})

it('walks the list when the store refuses e-mails alone', async () => {
  const script = (request: ScriptedRequest) => {
    if (request.query.get('filter')?.startsWith('emails') === true) return { status: 400, json: {} }
    return page(request.query.has('filter') ? [] : people, request)
  }
  expect((await find(script, users(['other17@example.com']))).ids).toEqual(['17'])
})

it('takes nobody for a hit whom a store shows that ignores filters, and finds who is not on the first page', async () => {
  const { ids, asked } = await find(
    (request) => page(people, request),
    users(['user15@example.com', 'nobody@example.com']),
  )
  expect(ids).toEqual(['15'])
  expect(asked.filter((request) => request === 'list from 1')).toHaveLength(1)
})

it('asks each look-up once, whatever the spelling, and lists nobody', async () => {
  const none = (request: ScriptedRequest) => page([], request)
  const { ids, asked } = await find(none, users(['ann@example.com', 'Ann@example.com', 'bob@example.com']))
  expect(ids).toEqual([])
  expect(asked.sort()).toEqual([
    'emails.value eq "ann@example.com"',
    'emails.value eq "bob@example.com"',
    'userName eq "ann@example.com"',
    'userName eq "bob@example.com"',
  ])
})

it('finds all groups of one name, more than come on one page', async () => {
  const teams = Array.from({ length: 23 }, (_, index) => ({ id: `g${index}`, displayName: 'Team' }))
  const script = (request: ScriptedRequest) => page(request.query.has('filter') ? teams : [], request)
  expect((await find(script, groups(['team']))).ids).toEqual(teams.map(({ id }) => id).sort())
})

it('reads the members of matching groups alone when it has to walk the list', async () => {
  const store = await startScriptedStore((request) => {
    if (request.query.has('filter')) return { status: 400, json: {} }
    if (request.path === '/Groups')
      return page(
        ['A', 'B', 'C'].map((id) => ({ id, displayName: id })),
        request,
      )
    return page([{ value: 'm' }], request)
  })
  const settings = connectionSettings(store.url, { profile: 'webex' })
  const target = scimTarget(settings, { clock: leapingClock() })
  const pages = await allOf(target.findGroups(['b']))
  expect(pages.flatMap(({ members }) => members)).toEqual([{ groupId: 'B', memberId: 'm' }])
  expect(store.requests.filter(({ path }) => path.endsWith('/Members'))).toHaveLength(1)
  await target.close()
  await store.close()
})

for (const profile of ['generic', 'webex'] as const) {
  it(`reads more members than come on one page, profile ${profile}`, async () => {
    const store = await startIdentityStore({ file: ':memory:', profile, token })
    const target = scimTarget(connectionSettings(store.url, { profile }), { clock: leapingClock() })
    const ids: string[] = []
    for (let batch = 0; batch < 6; batch++) {
      const created = await target.write(
        Array.from({ length: 100 }, (_, index) => ({
          kind: 'create-user' as const,
          active: true,
          values: { uid: `user${batch * 100 + index}@example.com` },
        })),
      )
      ids.push(...created.map((result) => (result.kind === 'done' ? result.id : '')))
    }
    const [group] = await target.write([{ kind: 'create-group', displayName: 'Everybody' }])
    const id = group?.kind === 'done' ? group.id : ''
    const add = ids.map((memberId) => ({ id: memberId, kind: 'user' as const }))
    await target.write([{ kind: 'change-members', id, add, remove: [] }])
    const memberIds = (pages: readonly (GroupPage | null)[]) =>
      pages.flatMap((one) => one?.members.map(({ memberId }) => memberId) ?? []).sort()
    expect(memberIds([await target.readGroup(id)])).toEqual([...ids].sort())
    expect(memberIds(await allOf(target.findGroups(['everybody'])))).toEqual([...ids].sort())
    await target.close()
    await store.close()
  })
}
