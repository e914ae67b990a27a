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
import {
  addRecord,
  type DirectoryAdmin,
  ldapdelete,
  ldapmodify,
  moveRecord,
  removeRecord,
  replaceRecord,
} from './ldapmodify.ts'
import { oddPeopleDn, oddPeopleLdif } from './oddPeople.ts'
import { enterprise } from './plainContent.ts'
import type { Resource } from './readStore.ts'
import type { CommandResult } from './runConnector.ts'
import { nothingToDo, type RunReport } from './runReport.ts'
import { sambaDirectory } from './sambaDirectory.ts'
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
      directory: sambaDirectory(samba),
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
  const usersByName = async () => new Map((await store.read()).users.map((user) => [String(user.userName), user]))

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

  describe('after changes in the directory', () => {
    let before: ReadonlyMap<string, Resource>
    let plan: RunReport
    let applied: CommandResult
    let again: RunReport

    beforeAll(async () => {
      before = await usersByName()
      await ldapmodify(admin, replaceRecord(userDn(people, 7), 'mail', 'renamed.person7@example.com'))
      await ldapmodify(admin, replaceRecord(userDn(people, 10), 'userAccountControl', '546'))
      await ldapmodify(admin, moveRecord(userDn(people, 11), oddPeopleDn(people.baseDn)))
      await ldapmodify(admin, replaceRecord(userDn(people, 19), 'userAccountControl', '544'))
      await ldapmodify(admin, removeRecord(groupDn(people, 0), 'member', userDn(people, 3)))
      await ldapdelete(admin, [userDn(people, 1998), userDn(people, 1997)])
      await ldapmodify(admin, personRecord('Made Again', 'again', 'person1997@example.com'))
      plan = (await install.run('dry-run', '--json')).json()
      applied = await install.run('apply', String(plan.planId), '--json')
      again = (await install.run('dry-run', '--json')).json()
    }, longest)

    const pair = async (oldName: string, newName = oldName) => [before.get(oldName), (await usersByName()).get(newName)]

    test('plans one change for each account, and none for a move within the bases', () => {
      expect(plan).toMatchObject({ complete: true, halted: null })
      expect(plan.counts.users).toMatchObject({ ...nothingToDo, update: 2, deactivate: 2, reactivate: 1 })
      expect(applied.code).toBe(0)
    })

    test('a renamed mail is the same cloud user with another name', async () => {
      const [old, renamed] = await pair('person7@example.com', 'renamed.person7@example.com')
      expect(renamed).toMatchObject({
        id: old?.id,
        emails: [{ value: 'renamed.person7@example.com', type: 'work', primary: true }],
      })
      expect((await usersByName()).has('person7@example.com')).toBe(false)
    })

    test('a disabled account makes the same cloud user inactive, an enabled one active', async () => {
      const [enabled, nowDisabled] = await pair('person10@example.com')
      expect(enabled?.active).toBe(true)
      expect(nowDisabled).toMatchObject({ id: enabled?.id, active: false })
      const [disabled, nowEnabled] = await pair('person19@example.com')
      expect(disabled?.active).toBe(false)
      expect(nowEnabled).toMatchObject({ id: disabled?.id, active: true })
    })

    test('an account that was deleted and made again keeps its cloud user', async () => {
      const [old, kept] = await pair('person1997@example.com')
      expect(kept).toMatchObject({ id: old?.id, active: true, displayName: 'Made Again' })
    })

    test('a member that left a group of more than 1,500 is taken out', async () => {
      expect(plan.counts.groups.update).toBeGreaterThan(0)
      const members = (await store.content()).groups.get('Group 0')?.members
      expect(members).toHaveLength(membersOf(people, 0).length)
      expect(members).not.toContain('User person3@example.com')
    })

    test('a deleted account leaves its cloud user inactive', async () => {
      const [old, inactive] = await pair('person1998@example.com')
      expect(inactive).toMatchObject({ id: old?.id, active: false })
    })

    test('the store again holds what the directory says, and nothing is left to do', async () => {
      expect(differences(await store.content(), await expected())).toEqual([
        { name: 'person1998@example.com', attribute: 'the whole object', is: expect.anything(), mustBe: 'not there' },
      ])
      expect(again.counts.users).toMatchObject(nothingToDo)
      expect(again.counts.groups).toMatchObject(nothingToDo)
    })
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

/** The change record that adds one person to the odd ones. */
function personRecord(name: string, id: string, mail: string): string {
  return `dn: CN=${name},${oddPeopleDn(people.baseDn)}
changetype: add
objectClass: user
sAMAccountName: ${id}
userAccountControl: 544
mail: ${mail}
displayName: ${name}

`
}
