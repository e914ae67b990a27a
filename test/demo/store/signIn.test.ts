import { startIdentityStore } from '../../../app/demo/store/identityStore.ts'
import { type StoreClient, startClient, token, urns } from './storeClient.ts'

let client: StoreClient
afterEach(() => client.store.close())

const clients = [{ clientId: 'connector id', clientSecret: 's:e+c%r&t' }]

async function fetchToken(form: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await fetch(client.store.tokenUrl, { method: 'POST', body: new URLSearchParams(form), headers })
  return { status: response.status, headers: response.headers, body: Object(await response.json()) }
}

function basic(id: string, secret: string): Record<string, string> {
  const pair = `${encodeURIComponent(id)}:${encodeURIComponent(secret)}`
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }
}

it('refuses requests without a valid token, whatever they ask for', async () => {
  client = await startClient()
  for (const path of ['/Users', '/ServiceProviderConfig', '/nothing']) {
    for (const authorization of ['', 'Bearer wrong', `Basic ${token}`, `Bearer ${token}x`]) {
      const answer = await client.get(path, { authorization })
      expect(answer.status).toBe(401)
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /)
      expect(answer.body).toMatchObject({ schemas: [urns.error], status: '401' })
    }
  }
})

it.each([
  ['a Basic header', { grant_type: 'client_credentials' }, basic('connector id', 's:e+c%r&t')],
  ['form fields', { grant_type: 'client_credentials', client_id: 'connector id', client_secret: 's:e+c%r&t' }, {}],
])('gives a token for client credentials in %s', async (_, form, headers) => {
  client = await startClient({ clients, tokenLifetimeSeconds: 120 })
  const granted = await fetchToken(form, headers)
  expect(granted.status).toBe(200)
  expect(granted.headers.get('cache-control')).toBe('no-store')
  expect(granted.body).toMatchObject({ token_type: 'Bearer', expires_in: 120 })
  const answer = await client.get('/Users', { authorization: `Bearer ${granted.body.access_token}` })
  expect(answer.status).toBe(200)
})

it('refuses wrong credentials and other grants', async () => {
  client = await startClient({ clients })
  const grant = { grant_type: 'client_credentials' }
  const wrong = await fetchToken(grant, basic('connector id', 'wrong'))
  expect(wrong).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
  expect(wrong.headers.get('www-authenticate')).toMatch(/^Basic /)
  expect(await fetchToken(grant)).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
  const right = basic('connector id', 's:e+c%r&t')
  expect(await fetchToken({}, right)).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
  const other = await fetchToken({ grant_type: 'password' }, right)
  expect(other).toMatchObject({ status: 400, body: { error: 'unsupported_grant_type' } })
})

it('no longer accepts a token that has run out', async () => {
  client = await startClient({ clients, tokenLifetimeSeconds: 0 })
  const granted = await fetchToken({ grant_type: 'client_credentials' }, basic('connector id', 's:e+c%r&t'))
  const answer = await client.get('/Users', { authorization: `Bearer ${granted.body.access_token}` })
  expect(answer.status).toBe(401)
})

it('does not start when nobody could sign in', async () => {
  client = await startClient()
  await expect(startIdentityStore({ file: ':memory:', profile: 'generic' })).rejects.toMatchObject({
    side: 'settings',
    code: 'no-sign-in',
  })
})
