import { type IdentityStore, startIdentityStore } from '../../../../app/demo/store/identityStore.ts'
import { scimTarget } from '../../../../app/target/scim/scimTarget.ts'
import type { Target } from '../../../../app/target/target.ts'
import { allOf } from '../../../fakes/allOf.ts'
import { leapingClock } from '../../../fakes/leapingClock.ts'
import { startScriptedStore } from '../../../fakes/scriptedStore.ts'
import { connectionSettings } from '../connectionSettings.ts'

const client = { clientId: 'connector:1', clientSecret: 'sec ret+&%ü' }

describe('client credentials', () => {
  let store: IdentityStore
  beforeEach(async () => {
    store = await startIdentityStore({ file: ':memory:', profile: 'generic', clients: [client] })
  })
  afterEach(() => store.close())

  const open = (clock = leapingClock(), secret = client.clientSecret): Target => {
    const auth = { method: 'clientCredentials', tokenUrl: store.tokenUrl, ...client, clientSecret: secret } as const
    return scimTarget(connectionSettings(store.url, { auth }), { clock })
  }

  it('fetches one token for many requests, and a new one before it runs out', async () => {
    const clock = leapingClock()
    const target = open(clock)
    await Promise.all(['a', 'b', 'c'].map((id) => target.readUser(id)))
    expect(store.requests.count('POST', '/oauth/token')).toBe(1)
    clock.advance(3_530_000)
    await target.readUser('a')
    expect(store.requests.count('POST', '/oauth/token')).toBe(1)
    clock.advance(20_000)
    await target.readUser('a')
    expect(store.requests.count('POST', '/oauth/token')).toBe(2)
    await target.close()
  })

  it('says that the client is refused', async () => {
    const target = open(leapingClock(), 'wrong')
    await expect(target.readUser('a')).rejects.toMatchObject({ code: 'unauthorized', place: store.tokenUrl })
    expect((await allOf(target.check())).filter((finding) => finding.level === 'error')).toMatchObject([
      { subject: 'token' },
    ])
    await target.close()
  })
})

/** A token address that knows the given way to sign in; the store accepts the newest token. */
async function scripted(signIn: 'basic' | 'form', accepts: (token: number) => boolean) {
  let tokens = 0
  let failures = 1
  const store = await startScriptedStore(({ path, headers }) => {
    if (path !== '/token') {
      const known = headers.authorization === `Bearer t${tokens}` && accepts(tokens)
      return known ? { status: 404, json: { detail: 'nobody' } } : { status: 401, json: { detail: 'too old' } }
    }
    if ((headers.authorization === undefined ? 'form' : 'basic') !== signIn) {
      return { status: 401, json: { error: 'invalid_client' } }
    }
    if (failures-- > 0) return { status: 503, headers: { 'retry-after': '2' } }
    tokens++
    return { status: 200, json: { access_token: `t${tokens}`, token_type: 'Bearer' } }
  })
  const auth = { method: 'clientCredentials', tokenUrl: `${store.url}/token`, ...client } as const
  const clock = leapingClock()
  const target = scimTarget(connectionSettings(store.url, { auth }), { clock, random: () => 0 })
  return { store, target, clock, tokens: () => tokens }
}

it.each(['basic', 'form'] as const)(
  'signs the client in by %s, and waits for a token address that asks for it',
  async (signIn) => {
    const { store, target, clock } = await scripted(signIn, () => true)
    expect(await target.readUser('a')).toBeNull()
    expect(clock.sleeps).toEqual([2000])
    await target.close()
    await store.close()
  },
)

it('renews a token that the store refuses, once', async () => {
  const good = await scripted('basic', (token) => token > 1)
  expect(await good.target.readUser('a')).toBeNull()
  expect(good.tokens()).toBe(2)
  await good.target.close()
  await good.store.close()
  const bad = await scripted('basic', () => false)
  await expect(bad.target.discover()).rejects.toMatchObject({ code: 'unauthorized' })
  await bad.target.close()
  await bad.store.close()
})
