import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { companyAccount, companyBaseDn, companyEntries } from '../../app/demo/directory/companyEntries.ts'
import { type EmbeddedDirectory, startEmbeddedDirectory } from '../../app/demo/directory/startEmbeddedDirectory.ts'
import { waitUntil } from '../services/waitUntil.ts'
import { expectNoStack } from './expectNoStack.ts'
import type { Install } from './install.ts'
import type { RunningCommand } from './runConnector.ts'
import { startService } from './startService.ts'
import { makeWorkplace, type Workplace } from './workplace.ts'

interface Status {
  readonly running: boolean
  readonly pid: number
  readonly mode: string
  readonly pausedAt: string | null
  readonly next: { readonly lane: string; readonly at: string } | null
  readonly run: { readonly kind: string; readonly startedBy: string } | null
  readonly lastRuns: ReadonlyArray<{ readonly id: number; readonly kind: string; readonly status: string }>
}

describe('The background service', () => {
  let directory: EmbeddedDirectory
  let workplace: Workplace
  let install: Install
  let service: RunningCommand | undefined

  beforeAll(async () => {
    const entries = await companyEntries()
    directory = await startEmbeddedDirectory({ entries, kind: 'ad-ds', users: [companyAccount] })
  })
  afterAll(() => directory?.close())

  beforeEach(async () => {
    const bind = { method: 'simple', user: companyAccount.dn, password: { env: 'DIRECTORY_PASSWORD' } } as const
    workplace = await makeWorkplace({
      directory: { type: 'ad-ds', servers: [directory.url], bind },
      password: companyAccount.password,
      selection: { baseDns: [companyBaseDn], groups: { enabled: true } },
    })
    install = workplace.install
  })
  afterEach(async () => {
    delete workplace.store.faults.delayMilliseconds
    service?.stop('SIGKILL')
    await service?.ended
    service = undefined
    await workplace.end()
  })

  /** A command that has none of the secrets: whatever works with it was done by the service. */
  const bare = () => install.withEnvironment({ DIRECTORY_PASSWORD: '', STORE_TOKEN: '' })
  const status = async () => (await install.run('service', 'status', '--json')).json<Status>()
  const runs = () => recorded(install.dataFolder, 'SELECT kind, status FROM runs ORDER BY id')

  test('does what commands ask for, and they show it as if they had done it', async () => {
    service = await startService(install)
    const dryRun = await bare().run('dry-run')
    expect(dryRun).toMatchObject({ code: 0, stderr: '' })
    expect(dryRun.stdout).toContain('To apply exactly this plan: apply 1')
    expect(await bare().run('apply', '1', '--json')).toMatchObject({ code: 0, stderr: '' })
    expect((await workplace.store.read()).users.length).toBeGreaterThan(200)
    expect(await bare().run('check')).toMatchObject({ code: 0, stderr: '' })
    const [, mail = ''] = /(\S+@nordwind\.example)/.exec(dryRun.stdout) ?? []
    const explained = await bare().run('explain', mail, '--json')
    expect(explained).toMatchObject({ code: 0, stderr: '' })
    expect(explained.json<{ entries: readonly object[] }>().entries).toHaveLength(1)
    expect(runs()).toEqual(['dry-run planned', 'apply done'])
    expect(await status()).toMatchObject({
      pid: service.pid,
      lastRuns: [
        { id: 2, kind: 'apply' },
        { id: 1, kind: 'dry-run' },
      ],
    })
  })

  test('hands an error over whole: side, message, place and remedy', async () => {
    service = await startService(install)
    const refused = await install.run('apply', '77', '--json')
    expect(refused).toMatchObject({ code: 1 })
    const early = await install.run('sync', '--incremental', '--json')
    expect(early).toMatchObject({ code: 1 })
    expect(early.json<{ error: object }>().error).toMatchObject({ side: 'connector', code: 'no-full-sync' })
    const nobody = await install.run('expression', 'mail', '--user', 'nobody@nordwind.example', '--json')
    expect(nobody.json<{ error: object }>().error).toMatchObject({
      side: 'directory',
      code: 'user-not-found',
      place: 'nobody@nordwind.example',
      remedy: expect.stringContaining('e-mail address'),
    })
    for (const { stderr } of [refused, early, nobody]) expectNoStack(stderr)
  })

  test('can be used only by its own account, and only with its token', async () => {
    service = await startService(install)
    const { address, token } = JSON.parse(readFileSync(join(install.dataFolder, 'service.json'), 'utf8'))
    expect(statSync(address).mode & 0o777).toBe(0o600)
    expect(statSync(join(install.dataFolder, 'service.json')).mode & 0o777).toBe(0o600)
    expect(statSync(install.dataFolder).mode & 0o777).toBe(0o700)
    expect(await ask(address, undefined)).toBe(401)
    expect(await ask(address, token.replace(/.$/, 'x'))).toBe(401)
    expect(await ask(address, token)).toBe(200)
  })

  test('is one for each data folder', async () => {
    service = await startService(install)
    const second = await install.run('service', 'run')
    expect(second).toMatchObject({ code: 1, stdout: '' })
    expect(second.stderr).toMatch(new RegExp(`^Error \\(connector\\): Process ${service.pid} \\(service, since`))
    expect((await status()).pid).toBe(service.pid)
  })

  test('refuses a run while another one is under way, and says which', async () => {
    service = await startService(install)
    workplace.store.faults.delayMilliseconds = 300
    const first = bare().start('sync', '--full')
    await waitUntil('the sync runs', () => runs().includes('full running'))
    const refused = await install.run('dry-run', '--json')
    expect(refused).toMatchObject({ code: 1 })
    expect(refused.json<{ error: object }>().error).toMatchObject({
      code: 'busy',
      message: expect.stringMatching(/^A full sync has been running in the service since 20/),
    })
    expect((await status()).run).toMatchObject({ kind: 'full', startedBy: 'request' })
    expect(await install.run('plans', 'list')).toMatchObject({ code: 0, stderr: '' })
    delete workplace.store.faults.delayMilliseconds
    expect(await first.ended).toMatchObject({ code: 0, stderr: '' })
  })

  test('goes on when the one who asked goes away', async () => {
    service = await startService(install)
    workplace.store.faults.delayMilliseconds = 300
    const command = bare().start('sync', '--full')
    await waitUntil('the sync runs', () => runs().includes('full running'))
    command.stop('SIGINT')
    const left = await command.ended
    expect(left).toMatchObject({ code: 130, stdout: '' })
    expect(left.stderr).toContain('The service goes on with it.')
    expect(runs()).toEqual(['full running'])
    delete workplace.store.faults.delayMilliseconds
    await waitUntil('the sync has ended', () => runs().includes('full done'))
  })

  test('that dies is told to the one who waits', async () => {
    service = await startService(install)
    workplace.store.faults.delayMilliseconds = 300
    const command = bare().start('sync', '--full', '--json')
    await waitUntil('the sync runs', () => runs().includes('full running'))
    service.stop('SIGKILL')
    const orphaned = await command.ended
    expect(orphaned).toMatchObject({ code: 1 })
    expect(orphaned.json<{ error: object }>().error).toMatchObject({ side: 'connector', code: 'service-gone' })
    expectNoStack(orphaned.stderr)
  })

  test('that was killed leaves nothing in the way: commands work alone, and a new service takes its place', async () => {
    service = await startService(install)
    service.stop('SIGKILL')
    await service.ended
    expect(existsSync(join(install.dataFolder, 'service.sock'))).toBe(true)
    expect(await install.run('service', 'status')).toMatchObject({ code: 3 })
    expect(await install.run('dry-run')).toMatchObject({ code: 0, stderr: '' })
    service = await startService(install)
    expect((await status()).pid).toBe(service.pid)
  })

  test('stops within 10 s in the middle of a sync, and the next start goes on', async () => {
    service = await startService(install)
    workplace.store.faults.delayMilliseconds = 300
    const command = bare().start('sync', '--full')
    await waitUntil('the store is written to', () => userCount(install.dataFolder) > 0)
    const asked = performance.now()
    service.stop('SIGTERM')
    expect(await service.ended).toMatchObject({ code: 0, stderr: '' })
    expect(performance.now() - asked).toBeLessThan(10_000)
    expect(await command.ended).toMatchObject({ code: 1 })
    expect(existsSync(join(install.dataFolder, 'service.json'))).toBe(false)
    delete workplace.store.faults.delayMilliseconds

    const before = userCount(install.dataFolder)
    service = await startService(install)
    expect(runs()).toEqual(['full interrupted'])
    expect(userCount(install.dataFolder)).toBe(before)
    expect(await bare().run('sync', '--full')).toMatchObject({ code: 0, stderr: '' })
    const { users } = await workplace.store.read()
    expect(new Set(users.map(({ userName }) => userName)).size).toBe(users.length)
    expect(await bare().run('dry-run', '--detailed-exitcode')).toMatchObject({ code: 0 })
  })

  test('stops within 10 s even while the store does not answer', async () => {
    service = await startService(install)
    workplace.store.faults.delayMilliseconds = 30_000
    const command = bare().start('sync', '--full')
    await waitUntil('the sync runs', () => runs().includes('full running'))
    const asked = performance.now()
    service.stop('SIGTERM')
    expect(await service.ended).toMatchObject({ code: 0, stderr: '' })
    expect(performance.now() - asked).toBeLessThan(10_000)
    expect(await command.ended).toMatchObject({ code: 1 })
    service = await startService(install)
    expect(runs()).toEqual(['full interrupted'])
  })

  test('is not needed for a clean stop: a command that works alone ends on Ctrl+C, and the next one goes on', async () => {
    workplace.store.faults.delayMilliseconds = 300
    const command = install.start('sync', '--full')
    await waitUntil('the store is written to', () => userCount(install.dataFolder) > 0)
    command.stop('SIGINT')
    const { code, stderr } = await command.ended
    expect(code).toBe(1)
    expect(stderr).toMatch(/^Stopping: [\s\S]*Error \(connector\): The run was stopped before its end/)
    delete workplace.store.faults.delayMilliseconds
    expect(runs()).toEqual(['full interrupted'])
    expect(await install.run('sync', '--full')).toMatchObject({ code: 0, stderr: '' })
    expect(await install.run('dry-run', '--detailed-exitcode')).toMatchObject({ code: 0 })
  })

  test('pauses, resumes and changes its mode by command', async () => {
    service = await startService(install)
    expect(await install.run('mode')).toMatchObject({ code: 0, stdout: expect.stringContaining('The mode is manual.') })
    expect(await status()).toMatchObject({ mode: 'manual', next: null })
    expect(await install.run('mode', 'automatic')).toMatchObject({ code: 0, stderr: '' })
    expect(await status()).toMatchObject({ mode: 'automatic', next: { lane: 'incremental' } })
    expect(await install.run('pause')).toMatchObject({ code: 0, stderr: '' })
    expect(await status()).toMatchObject({ pausedAt: expect.any(String), next: null })
    expect(await install.run('resume')).toMatchObject({ code: 0, stderr: '' })
    expect(await status()).toMatchObject({ pausedAt: null, next: { lane: 'incremental' } })
    expect(await install.run('mode', 'sometimes')).toMatchObject({ code: 64 })
  })

  test('takes over a schedule at once, and the file keeps its comments', async () => {
    service = await startService(install)
    await install.run('mode', 'automatic')
    const file = join(install.dataFolder, 'settings.yaml')
    writeFileSync(file, `${readFileSync(file, 'utf8')}# Night shift knows why.\n`)
    const set = await install.run(
      'schedule',
      'set',
      '--incremental',
      'off',
      '--full',
      '0 3 * * 6',
      '--time-zone',
      'UTC',
    )
    expect(set).toMatchObject({ code: 0, stderr: '' })
    expect(set.stdout).toContain('on Saturdays at 03:00')
    expect(readFileSync(file, 'utf8')).toContain('# Night shift knows why.')
    expect(await status()).toMatchObject({ next: { lane: 'full', at: expect.stringMatching(/T03:00:00/) } })
    const shown = await install.run('schedule', 'show', '--json')
    expect(shown.json()).toMatchObject({ incremental: null, full: '0 3 * * 6', timeZone: 'UTC', service: 'running' })
    const wrong = await install.run('schedule', 'set', '--full', '0 3 * * 9')
    expect(wrong).toMatchObject({ code: 1, stdout: '' })
    expect(wrong.stderr).toContain('schedule.full')
    expect(await install.run('schedule', 'set')).toMatchObject({ code: 64 })
    expect((await install.run('schedule', 'show', '--json')).json()).toMatchObject({ full: '0 3 * * 6' })
  })

  test('makes up for what was missed while it did not run', async () => {
    expect(await install.run('sync', '--full')).toMatchObject({ code: 0 })
    expect(await install.run('mode', 'automatic')).toMatchObject({ code: 0 })
    attendedLongAgo(install.dataFolder)
    service = await startService(install)
    await waitUntil('the missed sync has ended', () => runs().includes('incremental equal'))
    expect(runs()).toEqual(['full done', 'incremental equal'])
    expect(await status()).toMatchObject({ next: { lane: 'incremental' }, lastRuns: [{ id: 2 }, { id: 1 }] })
  })

  test('tells of a scheduled run that cannot even begin, and lives on', async () => {
    expect(await install.run('sync', '--full')).toMatchObject({ code: 0 })
    expect(await install.run('mode', 'automatic')).toMatchObject({ code: 0 })
    attendedLongAgo(install.dataFolder)
    service = await startService(bare())
    const failures = () =>
      recorded(install.dataFolder, "SELECT message FROM events WHERE code = 'scheduled-run-failed'").join()
    await waitUntil('the failure is recorded', () => failures() !== '')
    expect(failures()).toContain('The incremental sync of the schedule did not succeed: The environment variable')
    expect(await status()).toMatchObject({ pid: service.pid, mode: 'automatic' })
  })

  test('keeps its events in log files, without any secret', async () => {
    service = await startService(install)
    await bare().run('dry-run')
    service.stop('SIGTERM')
    await service.ended
    const file = join(install.dataFolder, 'logs', 'connector.log')
    const text = readFileSync(file, 'utf8')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    for (const code of ['service-started', 'run-started', 'run-planned', 'service-stopping'])
      expect(text).toContain(code)
    expect(text).not.toContain(companyAccount.password)
    expect(text).not.toContain(workplace.store.token)
  })

  test('is found where the path of its data folder is too long for a socket', async () => {
    const long = join(install.folder, 'a-very-long-name-of-a-folder-'.repeat(4))
    const elsewhere = (...words: readonly string[]) => ['--data-dir', long, ...words]
    expect(await install.run(...elsewhere('init', '--settings', install.settingsFile))).toMatchObject({ code: 0 })
    service = install.start(...elsewhere('service', 'run'))
    const started = service
    await waitUntil('the service runs', () => started.stdout().includes('runs (process'))
    expect(await install.run(...elsewhere('service', 'status'))).toMatchObject({ code: 0, stderr: '' })
    const { address } = JSON.parse(readFileSync(join(long, 'service.json'), 'utf8'))
    expect(Buffer.byteLength(address)).toBeLessThanOrEqual(107)
    expect(statSync(join(address, '..')).mode & 0o777).toBe(0o700)
  })
})

/** As if the schedule had last been looked at when nobody had it yet. */
function attendedLongAgo(dataFolder: string): void {
  const database = new Database(join(dataFolder, 'state.db'))
  try {
    database.exec("UPDATE control SET control = json_set(control, '$.attendedUntil', '2020-01-01T00:00:00.000Z')")
  } finally {
    database.close()
  }
}

describe('Without a service', () => {
  test('status says so and ends with 3; its unit, mode and schedule can be shown and set', async () => {
    const workplace = await makeWorkplace({
      directory: { type: 'ldap', servers: ['ldaps://127.0.0.1:1'], bind: { method: 'anonymous' } },
      password: '',
      selection: { baseDns: ['dc=example'] },
    })
    try {
      const { install } = workplace
      const unit = await install.run('service', 'install', '--print', '--user', 'connector')
      expect(unit).toMatchObject({ code: 0, stderr: '' })
      expect(unit.stdout).toContain('User=connector')
      expect(unit.stdout).toContain(`--data-dir ${install.dataFolder}`)
      expect(await install.run('service', 'install', '--name', '../x')).toMatchObject({ code: 64 })
      const status = await install.run('service', 'status', '--json')
      expect(status).toMatchObject({ code: 3, stderr: '' })
      expect(status.json()).toEqual({ running: false })
      const set = await install.run('schedule', 'set', '--incremental', '*/30 * * * *')
      expect(set.stdout).toMatch(/Incremental: +every 30 minutes[\s\S]*The mode is manual[\s\S]*No service runs/)
      expect(await install.run('mode', 'automatic', '--json')).toMatchObject({ code: 0 })
      expect(await install.run('set-aside', 'list', '--json')).toMatchObject({ code: 0 })
      expect((await install.run('set-aside', 'retry', '--json')).json()).toEqual({ retried: 0 })
    } finally {
      await workplace.end()
    }
  })
})

function ask(address: string, token: string | undefined): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
    const sent = request({ socketPath: address, path: '/api/status', headers, agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.on('error', reject)
    sent.end()
  })
}

function recorded(dataFolder: string, query: string): readonly string[] {
  const database = new Database(join(dataFolder, 'state.db'), { readonly: true })
  try {
    return database
      .prepare(query)
      .raw()
      .all()
      .map((row) => (row as readonly unknown[]).join(' '))
  } finally {
    database.close()
  }
}

function userCount(dataFolder: string): number {
  return Number(recorded(dataFolder, "SELECT count(*) FROM links WHERE kind = 'user'")[0])
}
