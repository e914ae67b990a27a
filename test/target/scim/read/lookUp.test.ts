import { startIdentityStore } from '../../../../app/demo/store/identityStore.ts'
import { scimTarget } from '../../../../app/target/scim/scimTarget.ts'
import { leapingClock } from '../../../fakes/leapingClock.ts'
import { type ScriptedAnswer, type ScriptedRequest, startScriptedStore } from '../../../fakes/scriptedStore.ts'
import { connectionSettings, token } from '../connectionSettings.ts'

async function withScript<T>(
  script: (request: ScriptedRequest) => ScriptedAnswer | undefined,
  action: (find: (uid: string) => Promise<string | undefined>, filters: () => string[]) => Promise<T>,
): Promise<void> {
  const store = await startScriptedStore(script)
  const target = scimTarget(connectionSettings(store.url), { clock: leapingClock() })
  const filters = () => store.requests.flatMap((request) => request.query.get('filter') ?? [])
  await action(async (uid) => (await target.findUser(uid))?.id, filters)
  await target.close()
  await store.close()
}

const everybody = {
  status: 200,
  json: {
    totalResults: 2,
    Resources: [
      { id: '1', userName: 'ann', emails: [{ value: 'ann@example.com' }, { value: 'shared@example.com' }] },
      { id: '2', userName: 'bob', emails: [{ value: 'shared@example.com' }] },
    ],
  },
}

it('goes on to the e-mails when a user name cannot be filtered by, and does not try that again', async () => {
  const script = ({ query }: ScriptedRequest) =>
    query.get('filter')?.startsWith('userName') === true ? { status: 400, json: { detail: 'no' } } : everybody
  await withScript(script, async (find, filters) => {
    expect(await find('ANN@example.com')).toBe('1')
    expect(await find('ann@example.com')).toBe('1')
    // The first one is asked again without leaving out pictures, which could have been what the store refused.
    expect(filters()).toEqual([
      'userName eq "ANN@example.com"',
      'userName eq "ANN@example.com"',
      'emails.value eq "ANN@example.com"',
      'emails.value eq "ann@example.com"',
    ])
  })
})

it('takes nobody for a hit whom a store shows that ignores filters', async () => {
  await withScript(
    () => everybody,
    async (find) => {
      expect(await find('carol@example.com')).toBeUndefined()
      expect(await find('bob')).toBe('2')
    },
  )
})

it('finds nobody by an address that several users hold', async () => {
  await withScript(
    () => everybody,
    async (find) => expect(await find('shared@example.com')).toBeUndefined(),
  )
})

it('escapes what would end the text of a filter', async () => {
  const store = await startIdentityStore({ file: ':memory:', profile: 'generic', token })
  const target = scimTarget(connectionSettings(store.url), { clock: leapingClock() })
  const uid = 'a"b\\c@example.com'
  const [created] = await target.write([{ kind: 'create-user', active: true, values: { uid } }])
  expect(created).toMatchObject({ kind: 'done', id: (await target.findUser(uid))?.id })
  expect(await target.findUser('x" or userName pr or userName eq "')).toBeNull()
  await target.close()
  await store.close()
})
