import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask } from '../service/browser/ask.ts'
import { waitUntil } from '../services/waitUntil.ts'
import { expectNoStack } from './expectNoStack.ts'
import { type RunningCommand, runConnector, startConnector } from './runConnector.ts'

describe('A service for browsers', () => {
  let folder: string
  let dataFolder: string
  let service: RunningCommand | undefined

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'connector-e2e-browser-'))
    dataFolder = join(folder, 'data')
    mkdirSync(join(folder, 'pages'))
    writeFileSync(join(folder, 'pages', 'index.html'), '<!doctype html><title>Built page</title>')
  })
  afterEach(async () => {
    service?.stop()
    await service?.ended
    service = undefined
    rmSync(folder, { recursive: true, force: true })
  })

  const words = (...further: readonly string[]) => ['--data-dir', dataFolder, ...further]
  const start = async (address: string) => {
    const started = startConnector(words('service', 'run', '--http', address, '--pages', join(folder, 'pages')))
    service = started
    await waitUntil('the service runs', () => /open\?token=\S+\n/.test(started.stdout()) || started.hasEnded())
    const [link = ''] = /http:\/\/\S+/.exec(started.stdout()) ?? []
    return new URL(link)
  }

  test('prints a link that lets a browser in, before anything is set up', async () => {
    const link = await start('127.0.0.1:0')
    expect(link.hostname).toBe('127.0.0.1')
    const { status, headers } = await ask(link.origin, link.pathname + link.search)
    expect(status).toBe(303)
    const cookie = String(headers['set-cookie']).split(';')[0] ?? ''
    expect(await ask(link.origin, '/', { headers: { cookie } })).toMatchObject({
      status: 200,
      body: expect.stringContaining('Built page'),
    })
  })

  test('makes further links by command', async () => {
    const first = await start('[::1]:0')
    const answer = await runConnector(words('service', 'link', '--json'))
    expect(answer).toMatchObject({ code: 0, stderr: '' })
    const link = new URL(answer.json<{ link: string }>().link)
    expect(link.origin).toBe(first.origin)
    expect(await ask(link.origin, link.pathname + link.search)).toMatchObject({ status: 303 })
    expect(await ask(link.origin, link.pathname + link.search)).toMatchObject({ status: 401 })
  })

  test.each(['0.0.0.0:0', '192.168.0.1:8080', 'localhost:8080', '8080'])('is refused on %s', async (address) => {
    const refused = await runConnector(words('service', 'run', '--http', address, '--pages', join(folder, 'pages')))
    expect(refused).toMatchObject({ code: 64, stdout: '' })
    expect(refused.stderr).toContain('--http takes a loopback address and a port, like 127.0.0.1:8080')
    expect(existsSync(dataFolder)).toBe(false)
  })

  test('says what is missing: pages, a service, or its reach', async () => {
    const noPages = await runConnector(words('service', 'run', '--http', '127.0.0.1:0', '--pages', folder))
    expect(noPages).toMatchObject({ code: 1, stderr: expect.stringContaining('There are no pages to serve') })
    const noService = await runConnector(words('service', 'link'))
    expect(noService).toMatchObject({ code: 1, stderr: expect.stringContaining('No service runs for') })
    for (const { stderr } of [noPages, noService]) expectNoStack(stderr)
  })
})
