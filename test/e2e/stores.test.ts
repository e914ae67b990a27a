import type { Faults } from '../../app/demo/store/identityStore.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { groupDn, type PeopleOptions, peopleLdif, userDn } from '../services/peopleLdif.ts'
import { type Slapd, startSlapd } from '../services/slapd.ts'
import { differences } from './differences.ts'
import { ldapdelete, ldapmodify, removeRecord, renameRecord } from './ldapmodify.ts'
import { nothingToDo, type RunReport } from './runReport.ts'
import { adminOf, expectedOf, plainWorkplace } from './slapdAccess.ts'
import { storeClient } from './startStore.ts'
import { withWorkplace } from './workplace.ts'

const people: PeopleOptions = { flavour: 'inetOrgPerson', baseDn: 'dc=example,dc=com', users: 120, groups: 5 }
const everything = { baseDns: [people.baseDn], groups: { enabled: true } }

describeWithService('slapd', 'What a store can be and do', () => {
  let slapd: Slapd
  beforeAll(async () => {
    slapd = await startSlapd({ baseDn: people.baseDn, ldif: peopleLdif(people) })
  })
  afterAll(() => slapd?.stop())

  test('the webex profile: a sync, and an empty dry run after it', () =>
    withWorkplace({ ...plainWorkplace(slapd, everything), profile: 'webex' }, async ({ install, store }) => {
      const { users, groups } = await expectedOf(slapd)
      const sync = await install.run('sync', '--full', '--json')
      expect(sync.json<RunReport>().counts).toMatchObject({
        users: { create: users.size, failed: 0 },
        groups: { create: groups.size, failed: 0 },
      })
      expect(sync.code).toBe(0)
      expect(await store.user('person12@example.com')).toMatchObject({
        userType: 'user',
        preferredLanguage: 'de_DE',
        displayName: 'Björn 王',
        emails: [{ value: 'person12@example.com', type: 'work', primary: true }],
      })
      const again = await install.run('dry-run', '--detailed-exitcode')
      expect(again.stdout).toContain(`Nothing to change: ${users.size} people and ${groups.size} groups are equal.`)
      expect(again.code).toBe(0)
    }))

  test('signs in with the client credentials of OAuth 2.0, and says when they are refused', () =>
    withWorkplace(plainWorkplace(slapd, everything), async ({ install, store, settings }) => {
      const auth = { method: 'clientCredentials', tokenUrl: store.tokenUrl, clientId: storeClient.clientId }
      const file = install.writeSettings('client.yaml', {
        ...settings,
        store: { url: store.url, auth: { ...auth, clientSecret: { env: 'CLIENT_SECRET' } } },
      })
      expect(await install.run('settings', 'import', file)).toMatchObject({ code: 0, stderr: '' })
      const refused = await install.withEnvironment({ CLIENT_SECRET: 'wrong' }).run('dry-run')
      expect(refused).toMatchObject({ code: 1, stdout: '' })
      expect(refused.stderr).toMatch(/^Error \(store\): /)
      expect(refused.stderr).toContain('client')
      expect(refused.stderr).not.toContain('wrong')
      const signedIn = install.withEnvironment({ CLIENT_SECRET: storeClient.clientSecret })
      expect(await signedIn.run('check')).toMatchObject({ code: 0, stderr: '' })
      expect((await signedIn.run('dry-run', '--json')).json<RunReport>().counts.users.create).toBeGreaterThan(100)
    }))

  test('what a store silently ignores ends with 4, is named, and is not sent again', () =>
    withWorkplace(plainWorkplace(slapd, { baseDns: [people.baseDn] }), async ({ install, store }) => {
      store.faults.ignoreAttributes = ['title']
      const sync = await install.run('sync', '--full')
      expect(sync.code).toBe(4)
      expect(sync.stdout).toContain('title')
      const warnings = await install.run('events', '--level', 'warning')
      expect(warnings.stdout).toMatch(/person12@example\.com: .*did not keep title/)
      expect(await install.run('dry-run', '--detailed-exitcode')).toMatchObject({ code: 0, stderr: '' })
    }))

  test('a store that cannot keep up is waited for', () =>
    withWorkplace(plainWorkplace(slapd, everything), async ({ install, store }) => {
      Object.assign(store.faults, {
        tooManyRequests: { every: 4, retryAfterSeconds: 0 },
        serverErrors: { every: 7, status: 503, times: 6 },
        dropAfterWork: { every: 5, times: 3, methods: ['POST'] },
        shortPages: 17,
      } satisfies Faults)
      const sync = await install.run('sync', '--full', '--json')
      expect(sync.code).toBe(0)
      delete store.faults.tooManyRequests
      expect(differences(await store.content(), await expectedOf(slapd))).toEqual([])
    }))

  test('a run that is killed while it writes is made good by the next, with nobody twice', () =>
    withWorkplace(plainWorkplace(slapd, everything), async ({ install, store }) => {
      store.faults.delayMilliseconds = 150
      const killed = install.start('sync', '--full')
      while ((await store.read()).users.length < 20 && !killed.hasEnded());
      expect(killed.hasEnded()).toBe(false)
      killed.stop('SIGKILL')
      await killed.ended
      delete store.faults.delayMilliseconds

      const next = await install.run('sync', '--full', '--json')
      expect(next.code).toBe(0)
      const content = await store.read()
      expect(new Set(content.users.map(({ userName }) => userName)).size).toBe(content.users.length)
      expect(differences(await store.content(), await expectedOf(slapd))).toEqual([])
      const again = (await install.run('dry-run', '--json')).json<RunReport>()
      expect(again.counts).toMatchObject({ users: nothingToDo, groups: nothingToDo })
    }))

  test('a renamed group stays the same group, a deleted one goes, a member that left is taken out', () =>
    withWorkplace(plainWorkplace(slapd, everything), async ({ install, store }) => {
      await install.run('sync', '--full')
      const groupsByName = async () =>
        new Map((await store.read()).groups.map((group) => [group.displayName, group.id]))
      const before = await groupsByName()
      await ldapmodify(adminOf(slapd), renameRecord(groupDn(people, 4), 'cn=Group Four'))
      await ldapdelete(adminOf(slapd), [groupDn(people, 2)])
      await ldapmodify(adminOf(slapd), removeRecord(groupDn(people, 1), 'member', groupDn(people, 0)))
      const plan = (await install.run('dry-run', '--json')).json<RunReport>()
      expect(plan).toMatchObject({ halted: null, counts: { users: nothingToDo, groups: { delete: 1, create: 0 } } })
      expect(await install.run('apply', String(plan.planId))).toMatchObject({ code: 0, stderr: '' })
      const after = await groupsByName()
      expect(after.get('Group Four')).toBe(before.get('Group 4'))
      expect(after.has('Group 2')).toBe(false)
      expect(differences(await store.content(), await expectedOf(slapd))).toEqual([])
    }))

  test('protected people stay, others are deleted once their days are over', () =>
    withWorkplace(plainWorkplace(slapd, { baseDns: [people.baseDn] }), async ({ install, store, settings }) => {
      const strict = { ...settings, softDeleteDays: 0, guards: { protected: ['PERSON118@example.com'] } }
      await install.run('settings', 'import', install.writeSettings('strict.yaml', strict))
      await install.run('sync', '--full')
      await ldapdelete(adminOf(slapd), [userDn(people, 118), userDn(people, 119)])
      const plan = await install.run('dry-run')
      expect(plan.stdout).toContain('person118@example.com')
      const sync = (await install.run('sync', '--full', '--json')).json<RunReport>()
      expect(sync.counts.users).toMatchObject({ ...nothingToDo, delete: 1, skipped: 1 })
      const names = (await store.read()).users.map(({ userName }) => userName)
      expect(names).toContain('person118@example.com')
      expect(names).not.toContain('person119@example.com')
    }))

  test('people whom only the store knows are retained, or deleted where the settings say so', () =>
    withWorkplace(plainWorkplace(slapd, { baseDns: [people.baseDn] }), async ({ install, store, settings }) => {
      await install.run('sync', '--full')
      const stranger = await createUser(store.url, store.token, 'stranger@elsewhere.example')
      const retained = (await install.run('sync', '--full', '--json')).json<RunReport>()
      expect(retained.counts.users).toMatchObject({ ...nothingToDo, mismatched: 1 })
      const file = install.writeSettings('delete.yaml', { ...settings, mismatched: 'delete' })
      await install.run('settings', 'import', file)
      const taken = (await install.run('sync', '--full', '--json')).json<RunReport>()
      expect(taken.counts.users).toMatchObject({ ...nothingToDo, deactivate: 1, mismatched: 1 })
      expect(await store.user('stranger@elsewhere.example')).toMatchObject({ id: stranger, active: false })
    }))

  test('people whom the store has already are joined by their address in any letter case, not created again', () =>
    withWorkplace(plainWorkplace(slapd, { baseDns: [people.baseDn] }), async ({ install, store }) => {
      const id = await createUser(store.url, store.token, 'PERSON12@Example.com')
      const sync = await install.run('sync', '--full', '--json')
      expect(sync.code).toBe(0)
      expect(sync.json<RunReport>().counts.users).toMatchObject({ update: 1, failed: 0, mismatched: 0 })
      const same = (await store.read()).users.filter(({ userName }) => /^person12@/i.test(String(userName)))
      expect(same).toMatchObject([{ id, displayName: 'Björn 王' }])
      expect(await install.run('dry-run', '--detailed-exitcode')).toMatchObject({ code: 0 })
    }))
})

async function createUser(url: string, token: string, userName: string): Promise<string> {
  const response = await fetch(`${url}/Users`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
    body: JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName, active: true }),
  })
  const { id } = (await response.json()) as { readonly id: string }
  return id
}
