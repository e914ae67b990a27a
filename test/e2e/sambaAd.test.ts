import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SettingsInput } from '../../app/settings/schema.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { ldapsearch } from '../services/ldapsearch.ts'
import { groupDn, membersOf, type PeopleOptions, peopleLdif, userDn } from '../services/peopleLdif.ts'
import { type SambaAd, startSambaAd } from '../services/sambaAd.ts'
import { differences } from './differences.ts'
import { activeDirectory, expectedContent } from './expectedContent.ts'
import { type Install, makeInstall } from './install.ts'
import { addRecord, type DirectoryAdmin, ldapdelete, ldapmodify, moveRecord, replaceRecord } from './ldapmodify.ts'
import { oddPeopleDn, oddPeopleLdif } from './oddPeople.ts'
import { enterprise } from './plainContent.ts'
import type { CommandResult } from './runConnector.ts'
import { nothingToDo, type RunReport } from './runReport.ts'
import { startStore, type TestStore } from './startStore.ts'

const people: PeopleOptions = { flavour: 'ad', baseDn: 'DC=corp,DC=example,DC=com', users: 2000, groups: 50 }
const longest = 600_000

describeWithService('samba', 'The whole job on Active Directory', () => {
  let samba: SambaAd
  let store: TestStore
  let install: Install
  let admin: DirectoryAdmin
  let settings: SettingsInput
  const folder = mkdtempSync(join(tmpdir(), 'connector-e2e-samba-'))
  const first: Record<'init' | 'check' | 'plan' | 'applied' | 'again', CommandResult | undefined> = {
    init: undefined,
    check: undefined,
    plan: undefined,
    applied: undefined,
    again: undefined,
  }

  beforeAll(async () => {
    samba = await startSambaAd({ ldif: [...peopleLdif(people), ...oddPeopleLdif(people.baseDn)] })
    admin = { url: samba.url, bindDn: samba.admin.dn, password: samba.admin.password }
    // The last group holds the one before it, and so on down to the first: now they go round in a circle.
    await ldapmodify(admin, addRecord(groupDn(people, 0), 'member', groupDn(people, people.groups - 1)))
    store = await startStore(folder)
    settings = {
      version: 1,
      name: 'hq',
      directory: {
        type: 'ad-ds',
        servers: [samba.tlsUrl],
        tls: { caFile: samba.caFile, serverName: samba.serverName },
        bind: { method: 'simple', user: samba.admin.userPrincipalName, password: { env: 'DIRECTORY_PASSWORD' } },
      },
      store: { url: store.url, auth: { method: 'bearer', token: { env: 'STORE_TOKEN' } } },
      selection: { baseDns: [people.baseDn], groups: { enabled: true } },
    }
    install = makeInstall(settings, { DIRECTORY_PASSWORD: samba.admin.password, STORE_TOKEN: store.token })
    first.init = await install.run('init', '--settings', install.settingsFile)
    first.check = await install.run('check')
    first.plan = await install.run('dry-run', '--json')
    first.applied = await install.run('apply', String(first.plan.json<RunReport>().planId), '--json')
    first.again = await install.run('dry-run', '--json', '--detailed-exitcode')
  }, longest)

  afterAll(async () => {
    install?.remove()
    await store?.close()
    rmSync(folder, { recursive: true, force: true })
    await samba?.stop()
  })

  const searchDirectory = (filter = '(objectClass=*)') =>
    ldapsearch({ url: samba.url, bindDn: admin.bindDn, password: admin.password, baseDn: people.baseDn, filter })
  const expected = async () => expectedContent(await searchDirectory(), activeDirectory)
  const compare = async () => differences(await store.content(), await expected())
  const dryRun = async () => (await install.run('dry-run', '--json')).json<RunReport>()
  const apply = (planId: number, ...words: readonly string[]) =>
    install.run('apply', String(planId), '--json', ...words)

  test('makes a data folder and finds both sides in order', () => {
    expect(first.init).toMatchObject({ code: 0, stderr: '' })
    expect(first.check).toMatchObject({ code: 0, stderr: '' })
    expect(first.check?.stdout).not.toMatch(/ERROR/)
  })

  test('plans every user and group of the directory, and writes nothing', async () => {
    const { users, groups } = await expected()
    expect(users.size).toBeGreaterThan(people.users)
    expect(groups.size).toBeGreaterThan(people.groups)
    expect(first.plan?.code).toBe(0)
    expect(first.plan?.json<RunReport>()).toMatchObject({
      complete: true,
      halted: null,
      counts: {
        users: { ...nothingToDo, matched: 0, create: users.size, conflicts: 2 },
        groups: { ...nothingToDo, matched: 0, create: groups.size },
      },
    })
  })

  test('applies it, and the second dry run finds nothing left to do', async () => {
    const { users, groups } = await expected()
    expect(first.applied?.code).toBe(0)
    expect(first.applied?.json<RunReport>().counts).toMatchObject({
      users: { create: users.size, failed: 0 },
      groups: { create: groups.size, failed: 0 },
    })
    expect(first.again?.code).toBe(0)
    expect(first.again?.json<RunReport>()).toMatchObject({
      complete: true,
      halted: null,
      counts: {
        users: { ...nothingToDo, matched: users.size, mismatched: 0 },
        groups: { ...nothingToDo, matched: groups.size, mismatched: 0 },
      },
    })
  })

  test('leaves in the store what an independent reading of the directory says, attribute by attribute', async () => {
    const content = await store.content()
    expect(differences(content, await expected())).toEqual([])
    expect(content.groups.get('Group 0')?.members).toHaveLength(membersOf(people, 0).length + 1)
    expect(content.groups.get('Group 0')?.members).toContain('Group Group 49')
    expect(content.groups.get('Group 49')?.members).toContain('Group Group 48')
    expect(content.users.get('person19@example.com')?.active).toBe(false)
    expect(content.users.get('person20@example.com')).toMatchObject({
      active: true,
      [enterprise]: { manager: 'person2@example.com' },
    })
  })

  test('renaming mail in the directory is one update of the same cloud user', async () => {
    const before = await store.user('person7@example.com')
    await ldapmodify(admin, replaceRecord(userDn(people, 7), 'mail', 'renamed.person7@example.com'))
    const plan = await dryRun()
    expect(plan.counts.users).toMatchObject({ ...nothingToDo, update: 1 })
    expect(plan.counts.groups).toMatchObject(nothingToDo)
    expect((await apply(plan.planId)).code).toBe(0)
    expect(await store.user('renamed.person7@example.com')).toMatchObject({
      id: before.id,
      emails: [{ value: 'renamed.person7@example.com', type: 'work', primary: true }],
    })
    expect(await compare()).toEqual([])
  })

  test('a plan is refused when the directory has moved on, and the plan to review instead is named', async () => {
    await ldapmodify(admin, replaceRecord(userDn(people, 8), 'title', 'Director'))
    const plan = await dryRun()
    await ldapmodify(admin, replaceRecord(userDn(people, 9), 'title', 'Chairman'))
    const before = await store.read()
    const refused = await install.run('apply', String(plan.planId))
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    const next = /Review plan (\d+)/.exec(refused.stderr)?.[1] ?? ''
    expect(refused.stderr).toContain(`Plan ${plan.planId} no longer says what would change`)
    expect(refused.stderr).toContain('person9@example.com')
    expect(await store.read()).toEqual(before)

    expect((await apply(Number(next))).json<RunReport>().counts.users).toMatchObject({ ...nothingToDo, update: 2 })
    expect(await compare()).toEqual([])
  })

  test('a disabled account makes the cloud user inactive, an enabled one makes it active again', async () => {
    const before = await store.user('person10@example.com')
    await ldapmodify(admin, replaceRecord(userDn(people, 10), 'userAccountControl', '546'))
    const disabled = await dryRun()
    expect(disabled.counts.users).toMatchObject({ ...nothingToDo, deactivate: 1 })
    expect((await apply(disabled.planId)).code).toBe(0)
    expect(await store.user('person10@example.com')).toMatchObject({ id: before.id, active: false })

    await ldapmodify(admin, replaceRecord(userDn(people, 10), 'userAccountControl', '544'))
    const enabled = await dryRun()
    expect(enabled.counts.users).toMatchObject({ ...nothingToDo, reactivate: 1 })
    expect((await apply(enabled.planId)).code).toBe(0)
    expect(await store.user('person10@example.com')).toMatchObject({ id: before.id, active: true })
    expect(await compare()).toEqual([])
  })

  test('moving and renaming an account changes nothing but its memberships, which follow it', async () => {
    await ldapmodify(admin, moveRecord(userDn(people, 11), oddPeopleDn(people.baseDn)))
    const plan = await dryRun()
    expect(plan.counts.users).toMatchObject(nothingToDo)
    expect(plan.counts.groups).toMatchObject(nothingToDo)
    expect(await compare()).toEqual([])
  })

  test('an account that was deleted and made again keeps its cloud user', async () => {
    const mail = 'person1999@example.com'
    const before = await store.user(mail)
    await ldapdelete(admin, [userDn(people, 1999)])
    await ldapmodify(
      admin,
      `dn: CN=Made Again,${oddPeopleDn(people.baseDn)}\nchangetype: add\nobjectClass: user\nsAMAccountName: again\n` +
        `userAccountControl: 544\nmail: ${mail}\ndisplayName: Made Again\n\n`,
    )
    const plan = await dryRun()
    expect(plan.counts.users).toMatchObject({ create: 0, deactivate: 0, delete: 0 })
    expect((await apply(plan.planId)).code).toBe(0)
    expect(await store.user(mail)).toMatchObject({ id: before.id, displayName: 'Made Again', active: true })
    expect(await compare()).toEqual([])
    expect((await dryRun()).counts.users).toMatchObject(nothingToDo)
  })

  test('a deleted account makes its cloud user inactive, and its memberships go', async () => {
    await ldapdelete(admin, [userDn(people, 1998)])
    const plan = await dryRun()
    expect(plan.counts.users).toMatchObject({ ...nothingToDo, deactivate: 1 })
    expect((await apply(plan.planId)).code).toBe(0)
    expect(await store.user('person1998@example.com')).toMatchObject({ active: false })
    expect(await compare()).toEqual([
      { name: 'person1998@example.com', attribute: 'the whole object', is: expect.anything(), mustBe: 'not there' },
    ])
    expect((await dryRun()).counts.users).toMatchObject({ ...nothingToDo, skipped: plan.counts.users.skipped + 1 })
  })

  describe('with a wrong setting towards the directory', () => {
    const withDirectory = (directory: object) =>
      install.writeSettings('wrong.yaml', { ...settings, directory: { ...settings.directory, ...directory } })

    test('says that the password is wrong', async () => {
      const refused = await install.withEnvironment({ DIRECTORY_PASSWORD: 'wrong' }).run('dry-run')
      expect(refused).toMatchObject({ code: 1, stdout: '' })
      expect(refused.stderr).toMatch(/^Error \(directory\): .*password is wrong/)
      expect(refused.stderr).toContain('What to do: ')
      expect(refused.stderr).not.toMatch(/\n\s+at /)
    })

    test('says that the certificate bears another name, and which', async () => {
      const file = withDirectory({ tls: { caFile: samba.caFile } })
      const refused = await install.run('dry-run', '--settings', file)
      expect(refused).toMatchObject({ code: 1, stdout: '' })
      expect(refused.stderr).toMatch(/^Error \(directory\): .*DC1\.corp\.example\.com/)
    })

    test('says that the certificate is signed by nobody it trusts', async () => {
      const refused = await install.run(
        'dry-run',
        '--settings',
        withDirectory({ tls: { serverName: samba.serverName } }),
      )
      expect(refused).toMatchObject({ code: 1, stdout: '' })
      expect(refused.stderr).toMatch(/^Error \(directory\): .*certificate/)
      expect(refused.stderr).toContain('caFile')
    })
  })
})
