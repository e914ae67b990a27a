import { describeWithService } from '../services/describeWithService.ts'
import { type PeopleOptions, peopleLdif } from '../services/peopleLdif.ts'
import { type Slapd, startSlapd } from '../services/slapd.ts'
import { expectNoStack } from './expectNoStack.ts'
import { rememberedState } from './rememberedState.ts'
import type { CommandResult } from './runConnector.ts'
import { simpleBind } from './slapdAccess.ts'
import { makeWorkplace, type Workplace } from './workplace.ts'

const people: PeopleOptions = { flavour: 'inetOrgPerson', baseDn: 'dc=example,dc=com', users: 30, groups: 3 }

/** What a person is told: the side that failed first, then these words, and at the end what to do. */
interface Refusal {
  readonly side: 'settings' | 'directory' | 'connector' | 'store'
  readonly says: readonly (string | RegExp)[]
}

describeWithService('slapd', 'Bad input', () => {
  let slapd: Slapd
  let misnamed: Slapd
  let workplace: Workplace
  let { store, settings, install } = {} as Workplace

  beforeAll(async () => {
    slapd = await startSlapd({ baseDn: people.baseDn, ldif: peopleLdif(people) })
    misnamed = await startSlapd({ baseDn: people.baseDn, certificate: 'wrong-name' })
    const tls = { caFile: slapd.certificates.caFile }
    workplace = await makeWorkplace({
      directory: { type: 'ldap', servers: [slapd.tlsUrl], tls, bind: simpleBind(slapd) },
      password: slapd.reader.password,
      selection: { baseDns: [people.baseDn], groups: { enabled: true } },
    })
    ;({ store, settings, install } = workplace)
    expect(await install.run('sync', '--full')).toMatchObject({ code: 0, stderr: '' })
  })
  afterAll(async () => {
    await workplace?.end()
    await slapd?.stop()
    await misnamed?.stop()
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
})
