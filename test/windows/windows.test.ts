import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { companyAccount, companyBaseDn, companyEntries } from '../../app/demo/directory/companyEntries.ts'
import { type EmbeddedDirectory, startEmbeddedDirectory } from '../../app/demo/directory/startEmbeddedDirectory.ts'
import type { SettingsInput } from '../../app/settings/schema.ts'
import { expectNoStack } from '../e2e/expectNoStack.ts'
import { makeInstall } from '../e2e/install.ts'
import type { PlainContent } from '../e2e/plainContent.ts'
import type { RunningCommand } from '../e2e/runConnector.ts'
import type { RunReport } from '../e2e/runReport.ts'
import { startStore, type TestStore } from '../e2e/startStore.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { waitUntil } from '../services/waitUntil.ts'
import { changePeople } from './changePeople.ts'
import { type WindowsConnector, windowsConnector } from './windowsConnector.ts'
import { type WindowsInstall, windowsInstall } from './windowsInstall.ts'

interface Status {
  readonly pid: number
  readonly mode: string
  readonly pausedAt: string | null
  readonly lastRuns: ReadonlyArray<{ readonly id: number; readonly kind: string; readonly status: string }>
}

interface Failure {
  readonly error: { readonly side: string; readonly code: string; readonly message: string }
}

/** Every command takes seconds to start here. */
jest.setTimeout(240_000)
/** Another suite may have Windows for minutes. */
const longestWait = 660_000

const namedFolder = 'Daten von Käthe Müßig\\Zürich & Wien'
const systemFolder = 'ProgramData\\Directory Connector'

describeWithService('Windows', 'On Windows', () => {
  let connector: WindowsConnector
  let folder: string
  let directory: EmbeddedDirectory
  let store: TestStore
  let install: WindowsInstall | undefined
  let service: RunningCommand | undefined

  beforeAll(async () => {
    connector = await windowsConnector()
  }, longestWait)
  afterAll(() => connector?.stop())

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'connector-windows-'))
    const entries = await companyEntries()
    directory = await startEmbeddedDirectory({ entries, kind: 'ad-ds', users: [companyAccount] })
    store = await startStore(folder)
  })
  afterEach(async () => {
    delete store.faults.delayMilliseconds
    service?.stop('SIGKILL')
    await service?.ended
    install?.remove()
    service = undefined
    install = undefined
    await store.close()
    await directory.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const secrets = () => ({ DIRECTORY_PASSWORD: companyAccount.password, STORE_TOKEN: store.token })
  const settings = (): SettingsInput => ({
    version: 1,
    name: 'hq',
    directory: {
      type: 'ad-ds',
      servers: [directory.url],
      bind: { method: 'simple', user: companyAccount.dn, password: { env: 'DIRECTORY_PASSWORD' } },
    },
    store: { profile: 'generic', url: store.url, auth: { method: 'bearer', token: { env: 'STORE_TOKEN' } } },
    selection: { baseDns: [companyBaseDn], groups: { enabled: true } },
  })
  const makeInstallOnWindows = async (place: string, named: 'always' | 'default' = 'always') => {
    install = await windowsInstall({ connector, settings: settings(), secrets: secrets(), folder: place, named })
    return install
  }

  /** What the same product makes of the same directory on this computer. */
  async function contentWithoutWindows(): Promise<PlainContent> {
    const own = join(folder, 'own')
    mkdirSync(own)
    const ownStore = await startStore(own)
    const given = settings()
    const here = makeInstall({ ...given, store: { ...given.store, url: ownStore.url } }, secrets())
    try {
      for (const words of [
        ['init', '--settings', here.settingsFile],
        ['sync', '--full'],
      ])
        expect(await here.run(...words)).toMatchObject({ code: 0 })
      return await ownStore.content()
    } finally {
      here.remove()
      await ownStore.close()
    }
  }

  test('commands alone do a full and an incremental sync, below a folder with spaces and umlauts', async () => {
    const { run, runWithSecrets, dataFolder } = await makeInstallOnWindows(namedFolder)
    expect(await runWithSecrets('sync', '--full')).toMatchObject({ code: 0, stderr: '' })
    expect(await store.content()).toEqual(await contentWithoutWindows())

    const { left, renamed, joined } = changePeople(directory)
    const incremental = await runWithSecrets('sync', '--incremental', '--json')
    expect(incremental).toMatchObject({ code: 0, stderr: '' })
    expect(incremental.json<RunReport>()).toMatchObject({
      counts: { users: { create: 1, update: 1, deactivate: 1, failed: 0 } },
    })
    expect(await store.user(joined)).toMatchObject({ active: true })
    expect(await store.user(renamed)).toMatchObject({ active: true })
    expect(await store.user(left)).toMatchObject({ active: false })

    const report = 'C:\\Eigene Dateien\\Prüfung 1.html'
    const plan = ['dry-run', '--detailed-exitcode', '--save', report]
    expect(await runWithSecrets(...plan)).toMatchObject({ code: 0, stderr: '' })
    expect(readFileSync(join(connector.driveC, 'Eigene Dateien', 'Prüfung 1.html'), 'utf8')).toContain('<html')
    const events = await run('events', '--json')
    expect(events).toMatchObject({ code: 0, stderr: '' })
    expect(existsSync(join(dataFolder, 'settings.yaml'))).toBe(true)
  })

  test('the service in the folder of the system does what commands ask for through its pipe', async () => {
    const { run, startService, dataFolder } = await makeInstallOnWindows(systemFolder, 'default')
    service = await startService()
    const { address } = JSON.parse(readFileSync(join(dataFolder, 'service.json'), 'utf8'))
    expect(address).toMatch(/^\\\\\.\\pipe\\directory-connector-/)
    expect((await connector.evaluate(askWithoutToken(address))).stdout).toBe('401\n')

    expect(await run('sync', '--full')).toMatchObject({ code: 0, stderr: '' })
    const { joined } = changePeople(directory)
    expect(await run('sync', '--incremental')).toMatchObject({ code: 0, stderr: '' })
    expect(await store.user(joined)).toMatchObject({ active: true })
    expect(await run('pause')).toMatchObject({ code: 0, stderr: '' })
    const status = (await run('service', 'status', '--json')).json<Status>()
    expect(status).toMatchObject({
      pausedAt: expect.any(String),
      lastRuns: [
        { id: 2, kind: 'incremental', status: 'done' },
        { id: 1, kind: 'full' },
      ],
    })
    expect(await run('resume')).toMatchObject({ code: 0, stderr: '' })

    const spelled = ['--data-dir', 'c:/PROGRAMDATA/directory connector']
    const second = await connector.run([...spelled, 'service', 'run', '--json'], secrets())
    expect(second).toMatchObject({ code: 1 })
    expect(second.json<Failure>().error).toMatchObject({
      side: 'connector',
      code: 'locked',
      message: expect.stringContaining(`Process ${status.pid} (service, since`),
    })
    expectNoStack(second.stderr)
    const found = await connector.run([...spelled, 'service', 'status', '--json'])
    expect(found.json<Status>()).toMatchObject({ pid: status.pid, pausedAt: null })

    service.stop()
    expect(await service.ended).toMatchObject({ code: 0, stderr: '' })
    expect(existsSync(join(dataFolder, 'service.json'))).toBe(false)
    expect(await run('service', 'status')).toMatchObject({ code: 3 })
  })

  test('the service stops within 10 s in the middle of a sync, and the next start goes on', async () => {
    const { run, startService } = await makeInstallOnWindows(namedFolder)
    service = await startService()
    store.faults.delayMilliseconds = 300
    const command = run('sync', '--full')
    await waitUntil('the store is written to', async () => (await store.read()).users.length > 0, 60)
    const asked = performance.now()
    service.stop()
    expect(await service.ended).toMatchObject({ code: 0, stderr: '' })
    expect(performance.now() - asked).toBeLessThan(10_000)
    expect(await command).toMatchObject({ code: 1 })
    delete store.faults.delayMilliseconds

    service = await startService()
    const { lastRuns } = (await run('service', 'status', '--json')).json<Status>()
    expect(lastRuns).toMatchObject([{ kind: 'full', status: expect.stringMatching(/^(interrupted|failed)$/) }])
    expect(await run('sync', '--full')).toMatchObject({ code: 0, stderr: '' })
    expect(await store.content()).toEqual(await contentWithoutWindows())
    expect(await run('dry-run', '--detailed-exitcode')).toMatchObject({ code: 0, stderr: '' })
  })

  test('a service that was killed leaves nothing in the way; full log files are put aside', async () => {
    const { run, startService, dataFolder } = await makeInstallOnWindows(namedFolder)
    const logFile = (name: string) => join(dataFolder, 'logs', name)
    const fill = (text: string) => writeFileSync(logFile('connector.log'), `${text}\n`.repeat(1_000_000))
    const beginning = (name: string) => readFileSync(logFile(name), 'utf8').split('\n', 1)[0]
    mkdirSync(join(dataFolder, 'logs'))
    fill('older')
    service = await startService()
    service.stop('SIGKILL')
    await service.ended
    expect(await run('service', 'status')).toMatchObject({ code: 3, stderr: '' })

    fill('newer')
    service = await startService()
    expect(await run('service', 'status')).toMatchObject({ code: 0, stderr: '' })
    const beginnings = ['connector.log', 'connector.1.log', 'connector.2.log'].map(beginning)
    expect(beginnings).toEqual([expect.stringMatching(/ service-started /), 'newer', 'older'])
  })

  test('the settings stay what they were when the schedule is set, and WinSW is told how to run the service', async () => {
    const { run, dataFolder } = await makeInstallOnWindows(namedFolder)
    const file = join(dataFolder, 'settings.yaml')
    const edited = readFileSync(file, 'utf8')
      .replace('name: hq', 'name: hq # Köln, früher Bonn')
      .replaceAll(/\r?\n/g, '\r\n')
    writeFileSync(file, `\uFEFF${edited}`)
    expect(await run('schedule', 'set', '--full', '0 3 * * 6')).toMatchObject({ code: 0, stderr: '' })
    expect(readFileSync(file, 'utf8')).toContain('name: hq # Köln, früher Bonn')
    expect((await run('schedule', 'show', '--json')).json()).toMatchObject({ full: '0 3 * * 6' })

    const definition = await run('service', 'install', '--print')
    expect(definition).toMatchObject({ code: 0, stderr: '' })
    expect(definition.stdout).toMatch(/<executable>[A-Z]:\\.*\\node\.exe<\/executable>/)
    expect(definition.stdout).toContain('--data-dir "C:\\Daten von Käthe Müßig\\Zürich &amp; Wien"</arguments>')
    const refused = await run('service', 'install')
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toContain('WinSW')
    expectNoStack(refused.stderr)
  })
})

function askWithoutToken(address: string): string {
  const options = JSON.stringify({ socketPath: address, path: '/api/status', agent: false })
  return `import { get } from 'node:http'
    get(${options}, (response) => console.log(response.resume().statusCode))`
}
