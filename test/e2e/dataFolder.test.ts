import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { companyAccount, companyBaseDn, companyEntries } from '../../app/demo/directory/companyEntries.ts'
import { type EmbeddedDirectory, startEmbeddedDirectory } from '../../app/demo/directory/startEmbeddedDirectory.ts'
import { waitUntil } from '../services/waitUntil.ts'
import { expectNoStack } from './expectNoStack.ts'
import { type Install, makeInstall } from './install.ts'
import { rememberedState } from './rememberedState.ts'
import { makeWorkplace, type Workplace } from './workplace.ts'

describe('The data folder', () => {
  let directory: EmbeddedDirectory
  let workplace: Workplace
  let { store, settings, install } = {} as Workplace

  beforeAll(async () => {
    const entries = await companyEntries()
    directory = await startEmbeddedDirectory({ entries, kind: 'ad-ds', users: [companyAccount] })
    const bind = { method: 'simple', user: companyAccount.dn, password: { env: 'DIRECTORY_PASSWORD' } } as const
    workplace = await makeWorkplace({
      directory: { type: 'ad-ds', servers: [directory.url], bind },
      password: companyAccount.password,
      selection: { baseDns: [companyBaseDn], groups: { enabled: true } },
    })
    ;({ store, settings, install } = workplace)
    expect(await install.run('sync', '--full')).toMatchObject({ code: 0, stderr: '' })
  })
  afterAll(async () => {
    await workplace?.end()
    await directory?.close()
  })

  const wrongUsage: Readonly<Record<string, readonly string[]>> = {
    'an unknown command': ['frobnicate'],
    'no command': [],
    'an unknown option': ['dry-run', '--frobnicate'],
    'a plan that is no number': ['apply', 'x'],
    'no plan': ['apply'],
    'a level that does not exist': ['events', '--level', 'loud'],
    'a sync that is not said to be full': ['sync'],
    'a report in an unknown format': ['dry-run', '--save', 'plan.pdf'],
  }
  test.each(Object.entries(wrongUsage))('wrong usage, %s, ends with 64 and writes nothing', async (_name, words) => {
    const before = rememberedState(install.dataFolder)
    const { code, stdout, stderr } = await install.run(...words)
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' })
    expect(stderr).not.toBe('')
    expectNoStack(stderr)
    expect(rememberedState(install.dataFolder)).toEqual(before)
  })

  test('an approval of something that does not halt the plan is wrong usage, unless the plan is applied already', async () => {
    const { planId } = JSON.parse((await install.run('dry-run', '--json')).stdout)
    const unneeded = await install.run('apply', String(planId), '--approve', 'deletions-users')
    expect(unneeded).toMatchObject({ code: 64, stdout: '' })
    expect(unneeded.stderr).toContain('is not halted by deletions-users')
    const applied = await install.run('apply', '1', '--approve', 'deletions-users')
    expect(applied).toMatchObject({ code: 1, stdout: '' })
    expect(applied.stderr).toContain('Plan 1 is applied already')
  })

  test('a second process is told who works in the data folder, and can look at plans meanwhile', async () => {
    store.faults.delayMilliseconds = 400
    const first = install.start('sync', '--full')
    try {
      await waitUntil('the store is being read', () => rememberedRuns(install.dataFolder).includes('running'))
      const refused = await install.run('sync', '--full')
      expect(refused).toMatchObject({ code: 1, stdout: '' })
      expect(refused.stderr).toMatch(
        new RegExp(
          `^Error \\(connector\\): Process ${first.pid} \\(full sync, since .*\\) is working in the data folder`,
        ),
      )
      expect(first.hasEnded()).toBe(false)
      expect(await install.run('plans', 'list')).toMatchObject({ code: 0, stderr: '' })
    } finally {
      delete store.faults.delayMilliseconds
    }
    expect(await first.ended).toMatchObject({ code: 0, stderr: '' })
  })

  test('a run that was killed is closed by the next one', async () => {
    store.faults.delayMilliseconds = 400
    const killed = install.start('sync', '--full')
    await waitUntil('the run has begun', () => rememberedRuns(install.dataFolder).includes('running'))
    killed.stop('SIGKILL')
    await killed.ended
    delete store.faults.delayMilliseconds
    expect(await install.run('sync', '--full')).toMatchObject({ code: 0, stderr: '' })
    expect(rememberedRuns(install.dataFolder)).toContain('interrupted')
  })

  describe('that is given', () => {
    let own: Install
    beforeEach(async () => {
      own = makeInstall(settings, { DIRECTORY_PASSWORD: companyAccount.password, STORE_TOKEN: store.token })
    })
    afterEach(() => own.remove())

    test('one that is not there is named, with what makes it', async () => {
      const refused = await own.run('dry-run')
      expect(refused).toMatchObject({ code: 1, stdout: '' })
      expect(refused.stderr).toContain(`${own.dataFolder} is not a data folder`)
      expect(refused.stderr).toContain('init --settings FILE')
    })

    test('one that is there already is not made again', async () => {
      await own.run('init', '--settings', own.settingsFile)
      const before = rememberedState(own.dataFolder)
      const refused = await own.run('init', '--settings', own.settingsFile)
      expect(refused).toMatchObject({ code: 1, stdout: '' })
      expect(refused.stderr).toContain('is a data folder already; nothing was changed')
      expect(rememberedState(own.dataFolder)).toEqual(before)
    })

    test('one of a newer version is left alone', async () => {
      await own.run('init', '--settings', own.settingsFile)
      const database = new Database(join(own.dataFolder, 'state.db'))
      database.pragma('user_version = 999')
      database.close()
      const before = rememberedState(own.dataFolder)
      for (const words of [['dry-run'], ['plans', 'list']]) {
        const refused = await own.run(...words)
        expect(refused).toMatchObject({ code: 1, stdout: '' })
        expect(refused.stderr).toMatch(/^Error \(connector\): .*newer connector \(state version 999/)
      }
      expect(rememberedState(own.dataFolder)).toEqual(before)
    })

    test('a damaged state is set aside under a name that is told', async () => {
      await own.run('init', '--settings', own.settingsFile)
      writeFileSync(join(own.dataFolder, 'state.db'), 'not a database, whatever it was before '.repeat(200))
      const refused = await own.run('dry-run')
      expect(refused).toMatchObject({ code: 1, stdout: '' })
      expect(refused.stderr).toMatch(
        /^Error \(connector\): The state file .* is damaged .*set aside as .*state\.damaged-.*\.db/,
      )
      expectNoStack(refused.stderr)
      expect(await own.run('dry-run')).toMatchObject({ code: 0 })
    })

    test('settings that are wrong are not taken into it', async () => {
      const file = own.writeSettings('wrong.yaml', { ...settings, mapping: { displayName: 'givenName + + sn' } })
      const refused = await own.run('init', '--settings', file)
      expect(refused).toMatchObject({ code: 1, stdout: '' })
      expect(refused.stderr).toContain('mapping.displayName, position 13')
      expect(await own.run('plans', 'list')).toMatchObject({ code: 1 })
    })
  })
})

function rememberedRuns(dataFolder: string): readonly string[] {
  const database = new Database(join(dataFolder, 'state.db'), { readonly: true })
  try {
    return database.prepare('SELECT status FROM runs').pluck().all().map(String)
  } finally {
    database.close()
  }
}
