import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SettingsInput } from '../../app/settings/schema.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { ldapsearch } from '../services/ldapsearch.ts'
import { type PeopleOptions, peopleLdif, userDn } from '../services/peopleLdif.ts'
import { type Slapd, startSlapd } from '../services/slapd.ts'
import { differences } from './differences.ts'
import { expectedContent, openLdap } from './expectedContent.ts'
import { type Install, makeInstall } from './install.ts'
import { ldapdelete, ldapmodify, moveRecord, replaceRecord } from './ldapmodify.ts'
import { nothingToDo, type RunReport } from './runReport.ts'
import { startStore, type TestStore } from './startStore.ts'

const people: PeopleOptions = { flavour: 'inetOrgPerson', baseDn: 'dc=example,dc=com', users: 400, groups: 12 }

type Directory = SettingsInput['directory']
type Selection = SettingsInput['selection']

describeWithService('slapd', 'The whole job on OpenLDAP', () => {
  let slapd: Slapd
  beforeAll(async () => {
    slapd = await startSlapd({ baseDn: people.baseDn, ldif: peopleLdif(people) })
  })
  afterAll(() => slapd?.stop())

  const trusted = () => ({ caFile: slapd.certificates.caFile, serverName: 'localhost' })
  const simple = (account: 'reader' | 'restricted' = 'reader') =>
    ({ method: 'simple', user: slapd[account].dn, password: { env: 'DIRECTORY_PASSWORD' } }) as const
  const plain = (): Directory => ({ type: 'ldap', servers: [slapd.url], bind: simple() })
  const admin = () => ({ url: slapd.url, bindDn: slapd.admin.dn, password: slapd.admin.password })
  const everything: Selection = { baseDns: [people.baseDn], groups: { enabled: true } }
  const expected = async () => {
    const { dn: bindDn, password } = slapd.admin
    return expectedContent(await ldapsearch({ url: slapd.url, bindDn, password, baseDn: people.baseDn }), openLdap)
  }

  /** An install with a store of its own, both ended with the test. */
  const withInstall = async (
    directory: Directory,
    selection: Selection,
    work: (install: Install, store: TestStore, settings: SettingsInput) => Promise<void>,
  ) => {
    const folder = mkdtempSync(join(tmpdir(), 'connector-e2e-slapd-'))
    const store = await startStore(folder)
    const settings: SettingsInput = {
      version: 1,
      name: 'hq',
      directory,
      store: { url: store.url, auth: { method: 'bearer', token: { env: 'STORE_TOKEN' } } },
      selection,
    }
    const install = makeInstall(settings, { DIRECTORY_PASSWORD: slapd.reader.password, STORE_TOKEN: store.token })
    try {
      expect(await install.run('init', '--settings', install.settingsFile)).toMatchObject({ code: 0, stderr: '' })
      await work(install, store, settings)
    } finally {
      install.remove()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }

  test('over LDAPS: dry run, apply and an empty second dry run leave what the directory says', () =>
    withInstall(
      { type: 'ldap', servers: [slapd.tlsUrl], tls: trusted(), bind: simple() },
      everything,
      async (install, store) => {
        const check = await install.run('check')
        expect(check).toMatchObject({ code: 0, stderr: '' })
        expect(check.stdout).not.toMatch(/ERROR|WARNING/)
        const plan = (await install.run('dry-run', '--json')).json<RunReport>()
        expect((await store.read()).users).toEqual([])
        expect(await install.run('apply', String(plan.planId), '--json')).toMatchObject({ code: 0 })
        const again = await install.run('dry-run', '--json', '--detailed-exitcode')
        expect(again.code).toBe(0)
        expect(again.json<RunReport>().counts).toMatchObject({ users: nothingToDo, groups: nothingToDo })
        const content = await store.content()
        expect(content.users.size).toBeGreaterThan(people.users)
        expect(differences(content, await expected())).toEqual([])
      },
    ))

  const ways: Readonly<Record<string, () => Directory>> = {
    'StartTLS, simple bind': () => ({ ...plain(), startTls: true, tls: trusted() }),
    'plain, simple bind': () => plain(),
    'plain, anonymous': () => ({ ...plain(), bind: { method: 'anonymous' } }),
    'LDAPS, client certificate': () => {
      const { certificateFile, keyFile } = slapd.certificates.client
      const tls = { ...trusted(), certificateFile, keyFile }
      return { type: 'ldap', servers: [slapd.tlsUrl], tls, bind: { method: 'external' } }
    },
    'the second of two servers, the first being down': () => ({
      ...plain(),
      servers: ['ldap://127.0.0.1:1', slapd.url],
    }),
  }
  test.each(Object.keys(ways))('over %s: a sync, and an empty one after it', (way) =>
    withInstall(ways[way]?.() ?? plain(), everything, async (install, store) => {
      const sync = await install.run('sync', '--full', '--json')
      expect(sync.code).toBe(0)
      const { users, groups } = await expected()
      // Whoever is not signed in does not see the hidden person.
      const seen = way.includes('anonymous') ? users.size - 1 : users.size
      expect(sync.json<RunReport>()).toMatchObject({
        complete: true,
        counts: { users: { create: seen, failed: 0 }, groups: { create: groups.size, failed: 0 } },
      })
      const content = await store.read()
      expect([content.users.length, content.groups.length]).toEqual([seen, groups.size])
      const again = (await install.run('sync', '--full', '--json')).json<RunReport>()
      expect(again.counts).toMatchObject({
        users: { ...nothingToDo, matched: seen },
        groups: { ...nothingToDo, matched: groups.size },
      })
    }),
  )

  test('a plan is refused once the directory has moved on, and the plan to review instead is named', () =>
    withInstall(plain(), everything, async (install, store) => {
      await install.run('sync', '--full')
      await ldapmodify(admin(), replaceRecord(userDn(people, 8), 'title', 'Director'))
      const plan = (await install.run('dry-run', '--json')).json<RunReport>()
      expect(plan.counts.users).toMatchObject({ ...nothingToDo, update: 1 })
      await ldapmodify(admin(), replaceRecord(userDn(people, 9), 'title', 'Chairman'))
      const before = await store.read()
      const refused = await install.run('apply', String(plan.planId))
      expect(refused).toMatchObject({ code: 1, stdout: '' })
      expect(refused.stderr).toContain(`Plan ${plan.planId} no longer says what would change`)
      expect(refused.stderr).toContain('person9@example.com')
      expect(await store.read()).toEqual(before)

      const next = /Review plan (\d+)/.exec(refused.stderr)?.[1] ?? ''
      const applied = (await install.run('apply', next, '--json')).json<RunReport>()
      expect(applied.counts.users).toMatchObject({ ...nothingToDo, update: 2 })
      expect(await store.user('person9@example.com')).toMatchObject({ title: 'Chairman' })
      const twice = await install.run('apply', next)
      expect(twice).toMatchObject({ code: 1, stdout: '' })
      expect(twice.stderr).toContain(`Plan ${next} is applied already`)
    }))

  test('what left the bases is taken away only up to the limit; beyond it a person approves by name', () =>
    withInstall(
      plain(),
      { baseDns: people.baseDn.split(';').map((dn) => `ou=Sales,${dn}`) },
      async (install, store) => {
        await install.run('sync', '--full')
        const sales = (await store.read()).users.length
        expect(sales).toBe(67)
        // 4 of 67 are 6 %, and the limit is the floor of 3; the first two were moved, the others deleted.
        const gone = [0, 6, 12, 18].map((n) => userDn(people, n))
        for (const dn of gone.slice(0, 2))
          await ldapmodify(admin(), moveRecord(dn, `ou=Legal & Compliance,${people.baseDn}`))
        await ldapdelete(admin(), gone.slice(2))

        const before = await store.read()
        const halted = await install.run('dry-run', '--json')
        expect(halted.code).toBe(3)
        const { planId, halted: reasons, counts } = halted.json<RunReport>()
        expect(counts.users).toMatchObject({ ...nothingToDo, deactivate: 4 })
        expect(reasons).toEqual({
          reasons: [{ name: 'deletions-users', message: expect.stringMatching(/4 of 67 .*here 3\)/) }],
        })
        expect(await install.run('sync', '--full')).toMatchObject({ code: 3 })
        const unapproved = await install.run('apply', String(planId))
        expect(unapproved.code).toBe(3)
        expect(unapproved.stdout).toContain(`apply ${planId} --approve deletions-users`)
        expect(await install.run('apply', String(planId), '--approve', 'deletions')).toMatchObject({ code: 64 })
        expect(await store.read()).toEqual(before)

        const approved = await install.run('apply', String(planId), '--approve', 'deletions-users', '--json')
        expect(approved.code).toBe(0)
        expect(approved.json<RunReport>().counts.users).toMatchObject({ ...nothingToDo, deactivate: 4 })
        const inactive = (await store.read()).users.filter((user) => user.active === false)
        expect(inactive).toHaveLength(4)
        expect((await install.run('dry-run', '--json', '--detailed-exitcode')).code).toBe(0)

        await ldapmodify(
          admin(),
          moveRecord(gone[0]?.replace(/,OU=Sales,/, ',OU=Legal & Compliance,') ?? '', `ou=Sales,${people.baseDn}`),
        )
        const back = (await install.run('sync', '--full', '--json')).json<RunReport>()
        expect(back.counts.users).toMatchObject({ ...nothingToDo, reactivate: 1 })
        expect((await store.read()).users.filter((user) => user.active === false)).toHaveLength(3)
      },
    ))

  test('a base that gives nothing any more halts, whatever the limit', () =>
    withInstall(plain(), { baseDns: [`ou=Sales,${people.baseDn}`, slapd.hiddenDn] }, async (install, store) => {
      await install.run('sync', '--full')
      const before = await store.read()
      await ldapmodify(admin(), moveRecord(`cn=Hidden Person,${slapd.hiddenDn}`, people.baseDn))
      const halted = await install.run('sync', '--full', '--json')
      expect(halted.code).toBe(3)
      const { halted: reasons } = halted.json<RunReport>()
      expect(reasons?.reasons).toEqual([{ name: 'empty-base', message: expect.stringContaining(slapd.hiddenDn) }])
      expect(await store.read()).toEqual(before)
      await ldapmodify(admin(), moveRecord(`cn=Hidden Person,${people.baseDn}`, slapd.hiddenDn))
    }))

  test('what the bind account may not see is never taken for gone', () =>
    withInstall(
      plain(),
      { baseDns: [`ou=Sales,${people.baseDn}`, slapd.hiddenDn, slapd.opaqueDn] },
      async (install, store, settings) => {
        await install.run('sync', '--full')
        const before = await store.read()
        const file = install.writeSettings('restricted.yaml', {
          ...settings,
          directory: { ...plain(), bind: simple('restricted') },
        })
        await install.run('settings', 'import', file)
        const restricted = install.withEnvironment({ DIRECTORY_PASSWORD: slapd.restricted.password })
        const check = await restricted.run('check')
        expect(check.code).toBe(1)
        expect(check.stdout).toContain(slapd.hiddenDn)
        const sync = await restricted.run('sync', '--full', '--json')
        expect(sync.json<RunReport>()).toMatchObject({ complete: false, counts: { users: nothingToDo } })
        expect(await store.read()).toEqual(before)
      },
    ))
})

describeWithService('slapd', 'OpenLDAP that cuts reading short', () => {
  test('deletes nobody', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'connector-e2e-slapd-'))
    const whole = await startSlapd({ baseDn: people.baseDn, ldif: peopleLdif(people) })
    const store = await startStore(folder)
    const settings = (slapd: Slapd): SettingsInput => ({
      version: 1,
      name: 'hq',
      directory: {
        type: 'ldap',
        servers: [slapd.url],
        pageSize: 50,
        bind: { method: 'simple', user: slapd.reader.dn, password: { env: 'DIRECTORY_PASSWORD' } },
      },
      store: { url: store.url, auth: { method: 'bearer', token: { env: 'STORE_TOKEN' } } },
      selection: { baseDns: [people.baseDn] },
      mismatched: 'delete',
    })
    const install = makeInstall(settings(whole), {
      DIRECTORY_PASSWORD: whole.reader.password,
      STORE_TOKEN: store.token,
    })
    try {
      await install.run('init', '--settings', install.settingsFile)
      expect(await install.run('sync', '--full')).toMatchObject({ code: 0 })
      const before = await store.read()
      const limited = await startSlapd({ baseDn: people.baseDn, ldif: peopleLdif(people), sizeLimit: 120 })
      await install.run('settings', 'import', install.writeSettings('limited.yaml', settings(limited)))
      const sync = await install.run('sync', '--full', '--json')
      await limited.stop()
      const report = sync.json<RunReport>()
      expect(report).toMatchObject({ complete: false })
      expect(report.counts.users).toMatchObject({ deactivate: 0, delete: 0 })
      expect(await store.read()).toEqual(before)
      const events = await install.run('events', '--level', 'warning')
      expect(events.stdout).toContain('directory')
      expect(events.stdout).toMatch(/size ?limit/i)
    } finally {
      install.remove()
      await store.close()
      await whole.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
