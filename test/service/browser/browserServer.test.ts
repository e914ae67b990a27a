import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { apiHandler } from '../../../main/service/apiHandler.ts'
import { type BrowserServer, startBrowserServer } from '../../../main/service/browser/browserServer.ts'
import { linkMilliseconds } from '../../../main/service/browser/browserSessions.ts'
import { waitUntil } from '../../services/waitUntil.ts'
import { type FakeService, fakeService } from '../fakeService.ts'
import { type Answer, ask, type Question } from './ask.ts'

const fromPage = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }
const status = '/api/status'

describe('A service that browsers are let into', () => {
  let folder: string
  let server: BrowserServer
  let fake: FakeService
  let time: number

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'connector-pages-'))
    const pageFolder = join(folder, 'pages')
    mkdirSync(join(pageFolder, 'assets'), { recursive: true })
    writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>The page</title>')
    writeFileSync(join(pageFolder, 'assets', 'index-1.js'), 'void 0')
    writeFileSync(join(folder, 'secret.txt'), 'secret of the folder above')
    fake = fakeService()
    time = 0
    const openRecorded = () => {
      throw new Error('nothing is recorded')
    }
    const answer = apiHandler({ service: fake.service, openRecorded, defect: () => {} })
    server = await startBrowserServer({
      address: { host: '127.0.0.1', port: 0 },
      pageFolder,
      answer,
      now: () => time,
    })
  })
  afterEach(async () => {
    await server[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true })
  })

  const open = (link: string, headers: Readonly<Record<string, string>> = {}) => {
    const { pathname, search } = new URL(link)
    return ask(server.origin, pathname + search, { headers })
  }
  const cookieOf = ({ headers }: Answer) => (headers['set-cookie'] ?? []).join().split(';')[0] ?? ''
  const letIn = async () => cookieOf(await open(server.makeLink()))
  const withCookie = async (path: string, { headers = {}, ...question }: Question = {}) =>
    ask(server.origin, path, { ...question, headers: { cookie: await letIn(), ...headers } })

  test('takes a link for a session, and goes on to the page', async () => {
    const answer = await open(server.makeLink())
    expect(answer).toMatchObject({ status: 303, headers: { location: '/', 'cache-control': 'no-store' } })
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^directory-connector-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
    ])
    const headers = { cookie: `theme=dark; ${cookieOf(answer)}; other=1` }
    const page = await ask(server.origin, '/', { headers })
    expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } })
    expect(page.body).toContain('The page')
    expect(await ask(server.origin, status, { headers: { ...headers, ...fromPage } })).toMatchObject({
      status: 200,
      body: expect.stringContaining('"pid":1'),
    })
  })

  test('lets somebody in who follows the link on a page of somebody else', async () => {
    const answer = await open(server.makeLink(), { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })
    expect(answer).toMatchObject({
      status: 200,
      body: expect.stringContaining('http-equiv="refresh" content="0;url=/"'),
    })
    expect(await ask(server.origin, '/', { headers: { cookie: cookieOf(answer) } })).toMatchObject({ status: 200 })
  })

  test('lets nobody in with a link that was used, has waited too long, or was made up', async () => {
    const link = server.makeLink()
    await open(link)
    const old = server.makeLink()
    time += linkMilliseconds
    for (const each of [link, old, `${server.origin}/open?token=made-up`, `${server.origin}/open`]) {
      const refused = await open(each)
      expect(refused).toMatchObject({ status: 401, body: expect.stringContaining('This link was used before') })
      expect(refused.headers['set-cookie']).toBeUndefined()
    }
  })

  test.each(['/', '/index.html', '/assets/index-1.js', '/api/status', '/api-report/plans/1.csv', '/nothing'])(
    'says without a session only how to get a link: %s',
    async (path) => {
      for (const cookie of ['', 'directory-connector=x', `directory-connector-${new URL(server.origin).port}=x`]) {
        const answer = await ask(server.origin, path, { headers: { ...fromPage, cookie } })
        expect(answer).toMatchObject({ status: 401, body: expect.stringContaining('directory-connector service link') })
      }
    },
  )

  test.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '127.0.0.2:PORT', '127.0.0.1:PORT.evil.example'])(
    'answers nobody who calls it %s',
    async (name) => {
      const host = name.replace('PORT', new URL(server.origin).port)
      const answer = await withCookie(status, { headers: { ...fromPage, host } })
      expect(answer).toMatchObject({ status: 421, body: `Only ${server.origin} is served here.` })
      const link = new URL(server.makeLink())
      const opened = await ask(server.origin, link.pathname + link.search, { headers: { host } })
      expect(opened).toMatchObject({ status: 421 })
      expect(opened.headers['set-cookie']).toBeUndefined()
    },
  )

  const foreign = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:8080' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' },
    { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' },
  ]
  test.each(foreign)('does nothing for a page of somebody else: %j', async (headers) => {
    for (const path of [status, '/api/progress', '/api-report/events.csv', '/'])
      expect(await withCookie(path, { headers })).toMatchObject({ status: 403 })
    expect(await withCookie('/api/pause', { method: 'POST', headers })).toMatchObject({ status: 403 })
    expect(fake.subscribers.begun).toBe(0)
  })

  test('does not take a question of the API for the opening of a page', async () => {
    for (const headers of [{}, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }])
      for (const path of [status, '/api/progress', '/api-report/events.csv'])
        expect(await withCookie(path, { headers })).toMatchObject({ status: 403 })
    expect(await withCookie('/api/pause', { method: 'POST' })).toMatchObject({ status: 403 })
    expect(fake.subscribers.begun).toBe(0)
  })

  test('takes mutations of its own page', async () => {
    const headers = { origin: server.origin, 'content-type': 'application/json' }
    expect(await withCookie('/api/browserLink', { method: 'POST', headers })).toMatchObject({
      status: 200,
      body: expect.stringContaining('/open?token='),
    })
  })

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '//../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/',
    '/assets',
    '/%00',
    '/%',
    'secret.txt',
    'http://127.0.0.1/secret.txt',
  ])('gives nothing but its pages: %s', async (path) => {
    const { status: code, body } = await withCookie(path)
    expect([400, 404]).toContain(code)
    expect(body).not.toContain('secret')
  })

  test('gives nothing but its pages, whatever the path is made of', async () => {
    const cookie = await letIn()
    const step = fc.constantFrom('..', '%2e%2e', '%2f', '/', '%5c', 'secret.txt', 'assets', '.', '%00', '//', ';', '?')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const { body } = await ask(server.origin, `/${steps.join('')}`, { headers: { cookie } })
        expect(body).not.toContain('secret of')
      }),
    )
  })

  test('tells browsers to be careful, on every answer', async () => {
    const answers = [
      await withCookie('/'),
      await withCookie('/assets/index-1.js'),
      await withCookie(status, { headers: fromPage }),
      await ask(server.origin, '/'),
      await open(server.makeLink()),
      await withCookie('/nothing'),
    ]
    for (const { headers } of answers)
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringMatching(/^default-src 'self';.*frame-ancestors 'none'/),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
      })
  })

  test('ends its streams with itself', async () => {
    const cookie = await letIn()
    const ended = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const sent = request(
      `${server.origin}/api/progress`,
      { headers: { cookie, ...fromPage }, agent: false },
      (response) => {
        expect(response.headers['content-type']).toContain('text/event-stream')
        response.on('data', (data) => String(data).includes('"phase":"write"') && begun.resolve())
        response.on('close', ended.resolve)
      },
    )
    sent.on('error', begun.reject)
    sent.end()
    await begun.promise
    await server[Symbol.asyncDispose]()
    await ended.promise
    await waitUntil('nobody listens any more', () => fake.subscribers.ended === 1)
    await expect(ask(server.origin, '/')).rejects.toThrow()
    server = await restart()
    expect(await ask(server.origin, '/', { headers: { cookie } })).toMatchObject({ status: 401 })
  })

  test('says so when its port is taken', async () => {
    const { hostname: host, port } = new URL(server.origin)
    await expect(
      startBrowserServer({ address: { host, port: Number(port) }, pageFolder: folder, answer: () => {}, now: () => 0 }),
    ).rejects.toMatchObject({
      side: 'connector',
      code: 'port-not-free',
      message: `Browsers cannot be served on 127.0.0.1, port ${port} (EADDRINUSE).`,
    })
  })

  function restart(): Promise<BrowserServer> {
    const { hostname: host, port } = new URL(server.origin)
    return startBrowserServer({
      address: { host, port: Number(port) },
      pageFolder: join(folder, 'pages'),
      answer: apiHandler({
        service: fake.service,
        openRecorded: () => {
          throw new Error('nothing')
        },
        defect: () => {},
      }),
      now: () => time,
    })
  }
})
