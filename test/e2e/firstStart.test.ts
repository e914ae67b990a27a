import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ApiClient } from '../../app/api/remote/apiClient.ts'
import { answered } from '../../app/api/remote/remoteAnswer.ts'
import { findService } from '../../main/service/findService.ts'
import { waitUntil } from '../services/waitUntil.ts'
import { type Install, makeInstall } from './install.ts'
import type { RunningCommand } from './runConnector.ts'

describe('A service without settings', () => {
  let install: Install
  let service: RunningCommand | undefined

  beforeEach(() => {
    install = makeInstall({} as Parameters<typeof makeInstall>[0], {})
  })
  afterEach(async () => {
    service?.stop()
    await service?.ended
    service = undefined
    install.remove()
  })

  const start = async (): Promise<ApiClient> => {
    service = install.start('service', 'run', '--wait-for-settings')
    const { stdout, stderr, hasEnded } = service
    await waitUntil('the service runs', () => stdout().includes('runs (process') || hasEnded())
    if (hasEnded()) throw new Error(`The service ended at once: ${stderr()}`)
    const found = await findService(install.dataFolder)
    if (!found) throw new Error('There is no service.')
    return found.client
  }
  const stop = async () => {
    service?.stop()
    expect(await service?.ended).toMatchObject({ code: 0, stderr: '' })
    service = undefined
  }

  test('is refused to who does not ask for it', async () => {
    expect(await install.run('service', 'run')).toMatchObject({ code: 1 })
    expect(readdirSync(install.folder)).toEqual(['settings.yaml'])
  })

  test('waits for them, gets those of the made-up company, and does its work with them', async () => {
    const client = await start()
    expect(await answered(client.configuration.saved.query())).toBeNull()
    expect(await answered(client.status.query())).toMatchObject({ mode: 'manual', next: null })
    await expect(answered(client.dryRun.mutate({}))).rejects.toMatchObject({ side: 'settings', code: 'not-set-up' })
    await expect(answered(client.demoDay.mutate())).rejects.toMatchObject({ code: 'no-demo' })

    const draft = await answered(client.startDemo.mutate())
    expect(await answered(client.startDemo.mutate())).toEqual(draft)
    const checked = await answered(client.configuration.check.query({ draft }))
    expect(checked).toMatchObject({ problems: [], needsDryRun: true })
    const saved = await answered(client.configuration.save.mutate({ draft, revision: null }))
    expect(await answered(client.configuration.saved.query())).toEqual(saved)

    const planned = await answered(client.dryRun.mutate({}))
    expect(planned.plan.counts.users.create).toBeGreaterThan(200)
    const applied = await answered(client.applyPlan.mutate({ planId: planned.plan.id, approved: [] }))
    expect(applied.run.status).toBe('done')
    expect(await answered(client.demoDay.mutate())).toContain('Frank Ahrens leaves.')
    const synced = await answered(client.syncIncremental.mutate())
    expect(synced.plan.counts.users.deactivate).toBeGreaterThan(0)
    await expect(answered(client.startDemo.mutate())).rejects.toMatchObject({ code: 'already-set-up' })

    await answered(client.setMode.mutate({ mode: 'automatic' }))
    expect((await answered(client.status.query())).next?.lane).toBe('incremental')
  }, 60_000)

  test('starts the made-up company again with itself, with the same addresses and what the store held', async () => {
    const first = await start()
    const draft = await answered(first.startDemo.mutate())
    await answered(first.configuration.save.mutate({ draft, revision: null }))
    await answered(first.syncFull.mutate())
    await stop()
    const again = await start()
    const { plan } = await answered(again.dryRun.mutate({}))
    expect(plan.counts.users).toMatchObject({ create: 0, update: 0, deactivate: 0 })
    expect(plan.counts.users.read).toBeGreaterThan(200)
  }, 60_000)

  test('checks the sides of a draft one finding after the other, before anything is saved', async () => {
    const client = await start()
    const draft = await answered(client.startDemo.mutate())
    for (const side of ['directory', 'store'] as const) {
      const levels: string[] = []
      await new Promise<void>((onComplete, onError) => {
        const onData = (check: { readonly side: string; readonly finding: { readonly level: string } }) => {
          expect(check.side).toBe(side)
          levels.push(check.finding.level)
        }
        client.checkLive.subscribe({ side, draft }, { onData, onError, onComplete })
      })
      expect(levels.length).toBeGreaterThan(4)
      expect(levels).not.toContain('error')
    }
  })

  test('waits too where settings are there that cannot be used, and says what is wrong with them', async () => {
    mkdirSync(install.dataFolder)
    writeFileSync(join(install.dataFolder, 'settings.yaml'), 'version: 1\nname: 7\n')
    expect(await install.run('service', 'run')).toMatchObject({ code: 1, stdout: '' })
    const client = await start()
    await expect(answered(client.configuration.saved.query())).rejects.toMatchObject({ code: 'invalid-settings' })
    const { stdout } = await install.run('events', '--level', 'error')
    expect(stdout).toContain('name must be text')
  })

  test('keeps secrets where nobody else can read them, and out of everything that it says', async () => {
    const client = await start()
    const draft = await answered(client.startDemo.mutate())
    const reference = await answered(client.configuration.keepSecret.mutate({ purpose: 'directory', value: 'Gans-77' }))
    if (!('file' in reference)) throw new Error('The secret is in no file.')
    expect(readFileSync(reference.file, 'utf8')).toBe('Gans-77')
    if (process.platform !== 'win32') {
      expect(statSync(reference.file).mode & 0o777).toBe(0o600)
      expect(statSync(join(install.dataFolder, 'secrets')).mode & 0o777).toBe(0o700)
    }
    const said = [JSON.stringify(draft), service?.stdout(), service?.stderr()].join()
    expect(said).not.toContain('Gans-77')
    expect(said).not.toContain('Nordlicht')
  })
})
