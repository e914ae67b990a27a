import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { ServiceDoor } from '../../../app/api/remote/socketTransport.ts'
import { ConnectorError } from '../../../app/model/error.ts'
import { relayToService } from '../../../main/desktop/relayToService.ts'

describe('The relay to the service', () => {
  let folder: string
  let door: ServiceDoor
  let server: Server | undefined

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'connector-relay-'))
    door = { address: join(folder, 'service.sock'), token: 'the-token' }
  })
  afterEach(async () => {
    server?.closeAllConnections()
    if (server) await new Promise((resolve) => server?.close(resolve))
    server = undefined
    rmSync(folder, { recursive: true })
  })

  const serve = async (answer: RequestListener) => {
    server = createServer(answer).listen(door.address)
    await once(server, 'listening')
  }
  const relay = (
    path: string,
    init: RequestInit = {},
    trouble: ConnectorError | null = null,
    found: ServiceDoor | null = door,
  ) => relayToService({ door: async () => found, trouble: () => trouble }, new Request(`http://window${path}`, init))

  test('passes method, path, body and what the API reads on, and adds the token', async () => {
    let seen: IncomingMessage | undefined
    let body = ''
    await serve(async (request, response) => {
      seen = request
      body = await text(request)
      response.writeHead(201, { 'content-type': 'application/json' }).end('{"übrig":1}')
    })
    const answer = await relay('/api/dryRun?a=%20b', {
      method: 'POST',
      body: '{"größe":2}',
      headers: {
        'content-type': 'application/json',
        authorization: 'Bearer of the page',
        cookie: 'a=b',
        'x-other': '1',
      },
    })
    expect(answer.status).toBe(201)
    expect(await answer.json()).toEqual({ übrig: 1 })
    expect(body).toBe('{"größe":2}')
    expect(seen).toMatchObject({ method: 'POST', url: '/api/dryRun?a=%20b' })
    expect(seen?.headers).toMatchObject({ authorization: 'Bearer the-token', 'content-type': 'application/json' })
    expect(Object.keys(seen?.headers ?? {})).not.toEqual(expect.arrayContaining(['cookie']))
    expect(Object.keys(seen?.headers ?? {})).not.toEqual(expect.arrayContaining(['x-other']))
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
  })

  test('gives a stream piece by piece, and ends it when the page does', async () => {
    let leave = () => {}
    const gone = new Promise<void>((resolve) => {
      leave = resolve
    })
    await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write('data: 1\n\n')
      response.on('close', () => leave())
    })
    const answer = await relay('/api/progress')
    const reader = answer.body?.getReader()
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('data: 1\n\n')
    await reader?.cancel()
    await gone
  })

  test('ends a request that the page gives up', async () => {
    const leaving = new AbortController()
    await serve(() => leaving.abort())
    expect((await relay('/api/overview', { signal: leaving.signal })).status).toBe(503)
  })

  test('lets a report only be saved', async () => {
    await serve((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>report</p>'))
    expect((await relay('/api-report/plans/1.html')).headers.get('content-disposition')).toBe('attachment')
    expect((await relay('/api/overview')).headers.get('content-disposition')).toBeNull()
  })

  test.each([
    ['there is none', null],
    ['what is left of a killed one does not answer', { address: '/nowhere/service.sock', token: 'x' }],
  ])('answers 503 without data where no service runs: %s', async (_name, found) => {
    const answer = await relay('/api/overview', {}, null, found)
    expect(answer.status).toBe(503)
    expect(await answer.json()).toEqual({ error: { code: -32603, message: 'The service cannot be reached.' } })
  })

  test('says why no service runs, where that is known', async () => {
    const trouble = new ConnectorError({
      side: 'connector',
      code: 'service-ended',
      message: 'It has ended.',
      remedy: 'Look into the log.',
    })
    const answer = await relay('/api/overview', {}, trouble, null)
    expect((await answer.json()).error.data).toMatchObject({
      httpStatus: 503,
      connectorError: { code: 'service-ended', remedy: 'Look into the log.' },
    })
  })
})
