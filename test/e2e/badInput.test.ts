import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { SettingsInput } from '../../app/settings/schema.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { type PeopleOptions, peopleLdif } from '../services/peopleLdif.ts'
import { type Slapd, startSlapd } from '../services/slapd.ts'
import { waitUntil } from '../services/waitUntil.ts'
import { type Install, makeInstall } from './install.ts'
import { rememberedState } from './rememberedState.ts'
import type { CommandResult } from './runConnector.ts'
import { startStore, type TestStore } from './startStore.ts'

const people: PeopleOptions = { flavour: 'inetOrgPerson', baseDn: 'dc=example,dc=com', users: 30, groups: 3 }

/** What a person is told: the side that failed first, then these words, and at the end what to do. */
interface Refusal {
  readonly side: 'settings' | 'directory' | 'connector' | 'store'
  readonly says: readonly (string | RegExp)[]
}

describeWithService('slapd', 'Bad input', () => {
  let slapd: Slapd
  let misnamed: Slapd
  let store: TestStore
  let settings: SettingsInput
  let install: Install
  const folder = mkdtempSync(join(tmpdir(), 'connector-e2e-bad-'))

  beforeAll(async () => {
    slapd = await startSlapd({ baseDn: people.baseDn, ldif: peopleLdif(people) })
    misnamed = await startSlapd({ baseDn: people.baseDn, certificate: 'wrong-name' })
    store = await startStore(folder)
    settings = {
      version: 1,
      name: 'hq',
      directory: {
        type: 'ldap',
        servers: [slapd.tlsUrl],
        tls: { caFile: slapd.certificates.caFile },
        bind: { method: 'simple', user: slapd.reader.dn, password: { env: 'DIRECTORY_PASSWORD' } },
      },
      store: { url: store.url, auth: { method: 'bearer', token: { env: 'STORE_TOKEN' } } },
      selection: { baseDns: [people.baseDn], groups: { enabled: true } },
    }
    install = makeInstall(settings, { DIRECTORY_PASSWORD: slapd.reader.password, STORE_TOKEN: store.token })
    expect(await install.run('init', '--settings', install.settingsFile)).toMatchObject({ code: 0, stderr: '' })
    expect(await install.run('sync', '--full')).toMatchObject({ code: 0, stderr: '' })
  })
  afterAll(async () => {
    install?.remove()
    await store?.close()
    await slapd?.stop()
    await misnamed?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Runs something that must be refused, and sees to it that it said why and left everything as it was. */
  const refuses = async (command: () => Promise<CommandResult>, { side, says }: Refusal) => {
    const before = { store: await store.read(), folder: rememberedState(install.dataFolder) }
    const { code, stdout, stderr } = await command()
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(new RegExp(`^Error \\(${side}\\): `))
    for (const words of says) expect(stderr).toMatch(words)
    expect(stderr).toMatch(/\n {2}What to do: \S.*\.\n$/)
    expectNoStack(stderr)
    expect({ store: await store.read(), folder: rememberedState(install.dataFolder) }).toEqual(before)
  }
  const dryRunWith = (changes: object) =>
    install.run('dry-run', '--settings', install.writeSettings('changed.yaml', { ...settings, ...changes }))
  const directoryWith = (changes: object) => dryRunWith({ directory: { ...settings.directory, ...changes } })

  const wrongSettings: Readonly<Record<string, Refusal & { readonly run: () => Promise<CommandResult> }>> = {
    'a directory server that is not there': {
      run: () => directoryWith({ servers: ['ldaps://127.0.0.1:1'] }),
      side: 'directory',
      says: ['refused the connection on port 1', 'Where: ldaps://127.0.0.1:1'],
    },
    'a directory server whose name nobody knows': {
      run: () => directoryWith({ servers: ['ldaps://nowhere.invalid'] }),
      side: 'directory',
      says: ['nowhere.invalid cannot be resolved'],
    },
    'a wrong password': {
      run: () => install.withEnvironment({ DIRECTORY_PASSWORD: 'wrong-secret' }).run('dry-run'),
      side: 'directory',
      says: ['refused the sign-in of cn=reader,dc=example,dc=com', 'password is wrong'],
    },
    'a password that is not there': {
      run: () => install.withEnvironment({ DIRECTORY_PASSWORD: '' }).run('dry-run'),
      side: 'settings',
      says: ['environment variable DIRECTORY_PASSWORD is empty'],
    },
    'a secret file that is not there': {
      run: () => directoryWith({ bind: { ...settings.directory.bind, password: { file: 'nowhere.txt' } } }),
      side: 'settings',
      says: ['nowhere.txt cannot be read: it does not exist'],
    },
    'a certificate that nobody trusted signed': {
      run: () => directoryWith({ tls: { caFile: slapd.certificates.otherCaFile } }),
      side: 'directory',
      says: ['signed by an authority that is not trusted', 'directory.tls.caFile'],
    },
    'a certificate that bears another name': {
      run: () => directoryWith({ servers: [misnamed.tlsUrl], tls: { caFile: misnamed.certificates.caFile } }),
      side: 'directory',
      says: ['stands for elsewhere.example, not for 127.0.0.1', 'directory.tls.serverName'],
    },
    'a CA file that is not there': {
      run: () => directoryWith({ tls: { caFile: '/nowhere/ca.pem' } }),
      side: 'settings',
      says: ['/nowhere/ca.pem cannot be read', 'directory.tls.caFile'],
    },
    'ldap:// on a port that speaks TLS': {
      run: () => directoryWith({ servers: [slapd.tlsUrl.replace('ldaps:', 'ldap:')], tls: {} }),
      side: 'directory',
      says: ['use ldaps://'],
    },
    'ldaps:// on a port that speaks no TLS': {
      run: () => directoryWith({ servers: [slapd.url.replace('ldap:', 'ldaps:')] }),
      side: 'directory',
      says: ['does not speak TLS', 'use ldap://'],
    },
    'a wrong filter': {
      run: () => dryRunWith({ selection: { ...settings.selection, users: { filter: '(&(mail=*)(title=x)' } } }),
      side: 'settings',
      says: ['The filter is wrong at position 20', 'Where: selection.users.filter, position 20'],
    },
    'an attribute that the directory does not know': {
      run: () => dryRunWith({ mapping: { title: '"Dr. " + titel' } }),
      side: 'settings',
      says: ['titel', 'position 10', 'Did you mean title?', 'Where: mapping.title'],
    },
    'a wrong expression': {
      run: () => dryRunWith({ mapping: { displayName: 'givenName + + sn' } }),
      side: 'settings',
      says: ['wrong at position 13: found "+", expected', 'Where: mapping.displayName, position 13'],
    },
    'an unknown key': {
      run: () => dryRunWith({ guard: {} }),
      side: 'settings',
      says: [/line \d+: guard is not a setting; did you mean guards\?/],
    },
    'a secret in the settings': {
      run: () => dryRunWith({ store: { ...settings.store, auth: { method: 'bearer', token: 'hunter2' } } }),
      side: 'settings',
      says: [/line \d+: store\.auth\.token must be \{ env: NAME \}/],
    },
    'a settings file of a newer version': {
      run: () => dryRunWith({ version: 2 }),
      side: 'settings',
      says: ['has version 2; this connector knows version 1'],
    },
    'a settings file that is no YAML': {
      run: () => install.run('dry-run', '--settings', install.writeSettings('broken.yaml', 'name: [x\n: y')),
      side: 'settings',
      says: ['is not correct YAML', /line \d+, column \d+/],
    },
    'a settings file that is not there': {
      run: () => install.run('dry-run', '--settings', '/nowhere/settings.yaml'),
      side: 'settings',
      says: ['/nowhere/settings.yaml cannot be read: it does not exist'],
    },
    'a base that is no DN': {
      run: () => dryRunWith({ selection: { baseDns: ['Sales'] } }),
      side: 'settings',
      says: ['selection.baseDns', '"Sales" is not a DN'],
    },
    'a token that the store refuses': {
      run: () => install.withEnvironment({ STORE_TOKEN: 'wrong-token' }).run('dry-run'),
      side: 'store',
      says: ['does not accept the token (401)', 'store.auth'],
    },
    'a store address that is not the base of SCIM': {
      run: () => dryRunWith({ store: { ...settings.store, url: store.url.replace('/scim/v2', '/scim') } }),
      side: 'store',
      says: ['404', 'store.url'],
    },
    'a plan that does not exist': {
      run: () => install.run('apply', '99'),
      side: 'connector',
      says: ['There is no plan 99; the newest is 1'],
    },
  }
  test.each(Object.keys(wrongSettings))('%s is refused, with the side, the place and the remedy', async (name) => {
    const refusal = wrongSettings[name]
    if (refusal === undefined) throw new Error(`There is no case ${name}.`)
    await refuses(refusal.run, refusal)
  })

  test('a secret in the settings is not repeated', async () => {
    const auth = { method: 'bearer', token: 'hunter2' }
    const { stderr } = await dryRunWith({ store: { ...settings.store, auth } })
    expect(stderr).not.toContain('hunter2')
    const refused = await install.withEnvironment({ DIRECTORY_PASSWORD: 'hunter2' }).run('dry-run', '--verbose')
    expect(refused.stdout + refused.stderr).not.toContain('hunter2')
  })

  test('a store that answers with a web page is refused', async () => {
    const before = rememberedState(install.dataFolder)
    store.faults.answerHtml = true
    const { code, stdout, stderr } = await install.run('sync', '--full')
    delete store.faults.answerHtml
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^Error \(store\): The store answered text\/html.* instead of SCIM JSON/)
    expectNoStack(stderr)
    expect(rememberedState(install.dataFolder)).toEqual(before)
  })

  test('a refusal is told as JSON too', async () => {
    const refused = await install.withEnvironment({ DIRECTORY_PASSWORD: 'wrong' }).run('dry-run', '--json')
    expect(refused.code).toBe(1)
    expect(refused.json()).toEqual({
      error: {
        side: 'directory',
        code: 'invalid-credentials',
        message: expect.stringContaining('password is wrong'),
        remedy: expect.stringMatching(/\.$/),
        place: slapd.tlsUrl,
      },
    })
  })

  test('a base that does not exist halts, and the base that is there is named', async () => {
    const halted = await dryRunWith({ selection: { baseDns: [`ou=Nowhere,${people.baseDn}`] } })
    expect(halted).toMatchObject({ code: 3, stderr: '' })
    expect(halted.stdout).toContain(`The server shows no ou=Nowhere,${people.baseDn}`)
    expect(halted.stdout).toContain(`The nearest that it shows is ${people.baseDn}`)
  })

  test('check finds every fault at once, each with its remedy', async () => {
    const check = await install.withEnvironment({ DIRECTORY_PASSWORD: 'wrong', STORE_TOKEN: 'wrong' }).run('check')
    expect(check).toMatchObject({ code: 1, stderr: '' })
    expect(check.stdout).toMatch(/ERROR +directory +bind .*password is wrong/)
    expect(check.stdout).toMatch(/ERROR +store +\S+ .*token/)
    expect(check.stdout.match(/→ /g)).toHaveLength(2)
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
    'an approval of something that does not halt the plan': ['apply', '1', '--approve', 'deletions-users'],
  }
  test.each(Object.entries(wrongUsage))('wrong usage, %s, ends with 64 and writes nothing', async (_name, words) => {
    const before = rememberedState(install.dataFolder)
    const { code, stdout, stderr } = await install.run(...words)
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' })
    expect(stderr).not.toBe('')
    expectNoStack(stderr)
    expect(rememberedState(install.dataFolder)).toEqual(before)
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

  describe('in the data folder', () => {
    let own: Install
    beforeEach(async () => {
      own = makeInstall(settings, { DIRECTORY_PASSWORD: slapd.reader.password, STORE_TOKEN: store.token })
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

function expectNoStack(text: string): void {
  expect(text).not.toMatch(/\n\s+at |node:internal|\.ts:\d+/)
}

function rememberedRuns(dataFolder: string): readonly string[] {
  const database = new Database(join(dataFolder, 'state.db'), { readonly: true })
  try {
    return database.prepare('SELECT status FROM runs').pluck().all().map(String)
  } finally {
    database.close()
  }
}
