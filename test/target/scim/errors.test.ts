import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type IdentityStore, startIdentityStore } from '../../../app/demo/store/identityStore.ts'
import type { ScimConnectionSettings } from '../../../app/target/scim/connectionSettings.ts'
import { scimTarget } from '../../../app/target/scim/scimTarget.ts'
import type { Target } from '../../../app/target/target.ts'
import { allOf } from '../../fakes/allOf.ts'
import { leapingClock } from '../../fakes/leapingClock.ts'
import { startScriptedStore } from '../../fakes/scriptedStore.ts'
import { type Certificates, makeCertificates } from '../../services/certificates.ts'
import { connectionSettings, token } from './connectionSettings.ts'

async function readAll(target: Target): Promise<void> {
  for await (const page of target.readUsers()) expect(page.length).toBeGreaterThan(0)
}

/** The failure of reading all users, and what `check` says is wrong. */
async function attempt(url: string, overrides: Partial<ScimConnectionSettings> = {}) {
  const target = scimTarget(connectionSettings(url, overrides), { clock: leapingClock() })
  const failure = await readAll(target).then(
    () => null,
    (cause) => cause,
  )
  const errors = (await allOf(target.check())).filter((finding) => finding.level === 'error')
  for (const finding of errors) expect(finding).toMatchObject({ side: 'store', remedy: expect.stringMatching(/\.$/) })
  await target.close()
  return { failure, errors }
}

describe('a store that cannot be used', () => {
  let store: IdentityStore
  beforeAll(async () => {
    store = await startIdentityStore({ file: ':memory:', profile: 'generic', token, faults: {} })
  })
  afterAll(() => store.close())
  afterEach(() => {
    delete store.faults.answerHtml
  })

  it('refuses the token', async () => {
    const auth = { method: 'bearer', token: 'wrong' } as const
    const { failure, errors } = await attempt(store.url, { auth })
    expect(failure).toMatchObject({ side: 'store', code: 'unauthorized', place: store.url })
    expect(errors).toMatchObject([{ subject: 'token' }])
    const target = scimTarget(connectionSettings(store.url, { auth }), { clock: leapingClock() })
    await expect(target.write([{ kind: 'delete-user', id: '1' }])).rejects.toMatchObject({ code: 'unauthorized' })
    await target.close()
  })

  it('cannot be asked with a token of two lines', async () => {
    const { failure, errors } = await attempt(store.url, { auth: { method: 'bearer', token: 'one\ntwo' } })
    expect(failure).toMatchObject({ code: 'invalid-token', remedy: expect.stringContaining('line breaks') })
    expect(errors).toHaveLength(1)
  })

  it('was closed', async () => {
    const target = scimTarget(connectionSettings(store.url), { clock: leapingClock() })
    await target.discover()
    await target.close()
    await expect(target.readUser('1')).rejects.toMatchObject({ code: 'closed' })
  })

  it('is not at the address', async () => {
    const { failure, errors } = await attempt(`${store.url}/elsewhere`)
    expect(failure).toMatchObject({ code: 'not-found', remedy: expect.stringContaining('store.url') })
    expect(errors).toMatchObject([{ subject: 'users' }])
  })

  it('answers with a web page', async () => {
    store.faults.answerHtml = true
    const { failure, errors } = await attempt(store.url)
    expect(failure).toMatchObject({ code: 'not-scim' })
    expect(failure.message).toContain('text/html')
    expect(failure.message).toContain('Please sign in.')
    expect(errors).toMatchObject([{ subject: 'users' }])
  })

  it('does not listen', async () => {
    const gone = await startScriptedStore(() => undefined)
    await gone.close()
    const { failure, errors } = await attempt(gone.url)
    expect(failure).toMatchObject({ code: 'unreachable' })
    expect(failure.message).toContain('refuses the connection')
    expect(errors).toMatchObject([{ subject: 'users' }])
  })

  it('has a name that nobody knows', async () => {
    const { failure, errors } = await attempt('http://store.invalid/scim')
    expect(failure).toMatchObject({ code: 'unreachable' })
    expect(failure.message).toContain('store.invalid')
    expect(errors).toMatchObject([{ subject: 'name' }])
  })

  it('does not speak TLS', async () => {
    const { failure, errors } = await attempt(store.url.replace('http:', 'https:'))
    expect(failure).toMatchObject({ side: 'store', code: 'tls-failure' })
    expect(errors).toMatchObject([{ subject: 'TLS' }])
  })
})

it.each([
  [403, 'forbidden'],
  [404, 'not-found'],
  [418, 'unexpected-answer'],
] as const)('names a list that is answered with %d', async (status, code) => {
  const store = await startScriptedStore(({ path }) =>
    path === '/Users' ? { status, json: { status: `${status}`, detail: 'said the store' } } : undefined,
  )
  const { failure, errors } = await attempt(store.url)
  expect(failure).toMatchObject({ code, side: 'store' })
  expect(failure.message).toContain('said the store')
  expect(errors).toHaveLength(1)
  await store.close()
})

it.each([
  [{ status: 302, headers: { location: 'https://login.example.com/' } }, 'https://login.example.com/'],
  [{ status: 200, json: { hello: 'world' } }, 'neither Resources nor totalResults'],
  [{ status: 200, json: [] }, 'without a JSON object'],
] as const)('recognises what is not SCIM: %j', async (answer, words) => {
  const store = await startScriptedStore(({ path }) => (path === '/Users' ? answer : undefined))
  const { failure } = await attempt(store.url)
  expect(failure).toMatchObject({ code: 'not-scim' })
  expect(failure.message).toContain(words)
  await store.close()
})

describe('certificates', () => {
  let folder: string
  let certificates: Certificates
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'scim-tls-'))
    certificates = await makeCertificates(folder)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const overTls = async (kind: keyof Certificates['server'], ca: string | undefined) => {
    const { certificateFile, keyFile } = certificates.server[kind]
    const server = createServer({ cert: readFileSync(certificateFile), key: readFileSync(keyFile) }, (_, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"totalResults":0,"Resources":[]}'),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const result = await attempt(`https://127.0.0.1:${(server.address() as AddressInfo).port}/scim`, {
      ca: ca === undefined ? undefined : readFileSync(ca, 'utf8'),
    })
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    return result
  }

  it('are trusted through the CA file', async () => {
    expect(await overTls('valid', certificates.caFile)).toEqual({ failure: null, errors: [] })
  })

  it.each([
    ['valid', 'none', 'untrusted-certificate'],
    ['valid', 'otherCaFile', 'untrusted-certificate'],
    ['wrong-name', 'caFile', 'misnamed-certificate'],
    ['expired', 'caFile', 'expired-certificate'],
  ] as const)('%s with %s is refused', async (kind, ca, code) => {
    const { failure, errors } = await overTls(kind, ca === 'none' ? undefined : certificates[ca])
    expect(failure).toMatchObject({ side: 'store', code })
    expect(errors).toMatchObject([{ subject: 'TLS' }])
  })
})
