import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { waitUntil } from '../services/waitUntil.ts'
import { readStore } from './readStore.ts'
import { type RunningCommand, runConnector, startConnector } from './runConnector.ts'

const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User'

describe('identity-store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'connector-e2e-store-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const start = async (
    ...words: readonly string[]
  ): Promise<{ readonly url: string; readonly store: RunningCommand }> => {
    const store = startConnector(['identity-store', '--port', '0', '--token', 'secret', ...words])
    await waitUntil('the store says where it listens', () => store.stdout().includes('\n') || store.hasEnded())
    const url = /http:\S+/.exec(store.stdout())?.[0]
    if (url === undefined) throw new Error(`The store did not start: ${store.stderr()}`)
    return { url, store }
  }
  const headers = { authorization: 'Bearer secret', 'content-type': 'application/scim+json' }

  test('serves any SCIM client, ends with 0 when it is asked to, and keeps what it was given', async () => {
    const words = ['--db', join(folder, 'store.db')]
    const first = await start(...words)
    expect((await fetch(`${first.url}/ServiceProviderConfig`, { headers })).status).toBe(200)
    expect((await fetch(`${first.url}/Users`)).status).toBe(401)
    const body = JSON.stringify({ schemas: [userSchema], userName: 'ann@example.com', active: true })
    const created = await fetch(`${first.url}/Users`, { method: 'POST', headers, body })
    expect(created.status).toBe(201)
    first.store.stop('SIGTERM')
    expect(await first.store.ended).toMatchObject({ code: 0, stderr: '' })

    const second = await start(...words)
    expect((await readStore(second.url, 'secret')).users).toMatchObject([{ userName: 'ann@example.com' }])
    second.store.stop('SIGINT')
    expect(await second.store.ended).toMatchObject({ code: 0, stderr: '' })
  })

  test('serves the webex profile at an address with an organization', async () => {
    const { url, store } = await start('--db', join(folder, 'webex.db'), '--profile', 'webex')
    expect(url).toMatch(/\/identity\/scim\/[0-9a-f-]{36}\/v2$/)
    expect((await readStore(url, 'secret')).users).toEqual([])
    store.stop()
    expect(await store.ended).toMatchObject({ code: 0 })
  })

  test('says that its port is taken', async () => {
    const { url, store } = await start('--db', join(folder, 'taken.db'))
    const port = new URL(url).port
    const words = ['--port', port, '--db', join(folder, 'other.db'), '--token', 'secret']
    const refused = await runConnector(['identity-store', ...words])
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toContain(`cannot listen on 127.0.0.1 port ${port}`)
    store.stop()
    await store.ended
  })

  test.each([
    ['--port', 'x'],
    ['--profile', 'other'],
    ['--port', '70000'],
  ])('wrong usage, %s %s, ends with 64', async (...words) => {
    const given = ['--port', '0', '--db', join(folder, 'wrong.db'), '--token', 'secret', ...words]
    expect(await runConnector(['identity-store', ...given])).toMatchObject({ code: 64, stdout: '' })
  })
})

describe('demo', () => {
  test('shows a dry run, applies it, syncs a day of changes, ends with an empty dry run, and leaves nothing behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'connector-e2e-demo-'))
    try {
      const demo = await runConnector(['demo', '--once'], { TMPDIR: folder })
      expect(demo.code).toBe(0)
      const all = (verb: string): string =>
        `288 people ${verb} added. 12 rooms ${verb} added. 30 groups ${verb} added. 16 contacts ${verb} added. 41 pictures ${verb} set.`
      expect(demo.stdout).toContain(all('would be'))
      expect(demo.stdout).toContain(all('were'))
      expect(demo.stdout).toContain(
        '1 person was changed, 2 made inactive. 1 room was changed. 4 groups were changed. 1 contact was changed. 1 picture was replaced. Nothing was deleted.',
      )
      expect(demo.stdout).toContain(
        'Nothing to change: 287 people, 12 rooms, 30 groups, 16 contacts and 41 pictures are equal.',
      )
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test('goes on until it is stopped, with a data folder that other commands can use', async () => {
    const demo = startConnector(['demo'])
    try {
      await waitUntil(
        'the demo says how to go on',
        () => demo.stderr().includes('Ctrl+C ends the demo') || demo.hasEnded(),
      )
      const dataFolder = /--data-dir (\S+)/.exec(demo.stderr())?.[1] ?? ''
      const explain = await runConnector(['--data-dir', dataFolder, 'explain', 'anna.petersen@nordwind.example'])
      expect(explain).toMatchObject({ code: 0, stderr: '' })
      expect(explain.stdout).toContain('Store     anna.petersen@nordwind.example')
      const again = await runConnector(['--data-dir', dataFolder, 'dry-run', '--detailed-exitcode'])
      expect(again).toMatchObject({ code: 0, stderr: '' })
    } finally {
      demo.stop()
    }
    expect(await demo.ended).toMatchObject({ code: 0 })
  })
})
