import { describeWithService } from '../services/describeWithService.ts'
import { type PeopleOptions, peopleLdif, userDn } from '../services/peopleLdif.ts'
import { type Slapd, startSlapd } from '../services/slapd.ts'
import { ldapdelete, ldapmodify, moveRecord, replaceRecord } from './ldapmodify.ts'
import { nothingToDo, type RunReport } from './runReport.ts'
import { adminOf, plainConnection, plainWorkplace, simpleBind } from './slapdAccess.ts'
import { withEntryUuids } from './withEntryUuids.ts'
import { withWorkplace } from './workplace.ts'

const people: PeopleOptions = { flavour: 'inetOrgPerson', baseDn: 'dc=example,dc=com', users: 400, groups: 3 }
const container = (name: string) => `ou=${name},${people.baseDn}`

describeWithService('slapd', 'What keeps people from being deleted by mistake', () => {
  let slapd: Slapd
  beforeAll(async () => {
    slapd = await startSlapd({ baseDn: people.baseDn, ldif: withEntryUuids(peopleLdif(people)) })
  })
  afterAll(() => slapd?.stop())

  test('a plan is refused once the directory has moved on, and the plan to review instead is named', () =>
    withWorkplace(plainWorkplace(slapd, { baseDns: [people.baseDn] }), async ({ install, store }) => {
      await install.run('sync', '--full')
      await ldapmodify(adminOf(slapd), replaceRecord(userDn(people, 8), 'title', 'Director'))
      const plan = (await install.run('dry-run', '--json')).json<RunReport>()
      expect(plan.counts.users).toMatchObject({ ...nothingToDo, update: 1 })
      await ldapmodify(adminOf(slapd), replaceRecord(userDn(people, 9), 'title', 'Chairman'))
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

  test('more deletions than the limit halt until a person approves them by name', () =>
    withWorkplace(plainWorkplace(slapd, { baseDns: [container('Sales')] }), async ({ install, store }) => {
      await install.run('sync', '--full')
      expect((await store.read()).users).toHaveLength(67)
      // 4 of 67 are 6 %, the limit is its floor of 3: two accounts move out of the base, two are deleted.
      const [moved = '', ...others] = [360, 366, 372, 378].map((n) => userDn(people, n))
      const [alsoMoved = '', ...deleted] = others
      for (const dn of [moved, alsoMoved]) await ldapmodify(adminOf(slapd), moveRecord(dn, container('Support')))
      await ldapdelete(adminOf(slapd), deleted)

      const before = await store.read()
      const halted = await install.run('dry-run', '--json')
      expect(halted.code).toBe(3)
      const { planId, halted: reasons, counts } = halted.json<RunReport>()
      expect(counts.users).toMatchObject({ ...nothingToDo, deactivate: 4 })
      expect(reasons?.reasons).toEqual([
        { name: 'deletions-users', message: expect.stringMatching(/4 of 67 .*here 3\)/), count: 4 },
      ])
      const unapproved = await install.run('apply', String(planId))
      expect(unapproved.code).toBe(3)
      expect(unapproved.stdout).toContain(`apply ${planId} --approve deletions-users`)
      expect(await install.run('sync', '--full')).toMatchObject({ code: 3 })
      expect(await install.run('apply', String(planId), '--approve', 'deletions')).toMatchObject({ code: 64 })
      expect(await store.read()).toEqual(before)

      const approved = await install.run('apply', String(planId), '--approve', 'deletions-users', '--json')
      expect(approved.code).toBe(0)
      expect(approved.json<RunReport>().counts.users).toMatchObject({ ...nothingToDo, deactivate: 4 })
      expect((await store.read()).users.filter(({ active }) => active === false)).toHaveLength(4)

      const elsewhere = moved.replace(',OU=Sales,', ',OU=Support,')
      await ldapmodify(adminOf(slapd), moveRecord(elsewhere, container('Sales')))
      const back = (await install.run('sync', '--full', '--json')).json<RunReport>()
      expect(back.counts.users).toMatchObject({ ...nothingToDo, reactivate: 1 })
      expect((await store.read()).users.filter(({ active }) => active === false)).toHaveLength(3)
    }))

  test('a base that gives nothing any more halts, however few came from it', () =>
    withWorkplace(plainWorkplace(slapd, { baseDns: [container('Sales'), slapd.hiddenDn] }), async (workplace) => {
      const { install, store } = workplace
      await install.run('sync', '--full')
      const before = await store.read()
      await ldapmodify(adminOf(slapd), moveRecord(`cn=Hidden Person,${slapd.hiddenDn}`, people.baseDn))
      const halted = await install.run('sync', '--full', '--json')
      await ldapmodify(adminOf(slapd), moveRecord(`cn=Hidden Person,${people.baseDn}`, slapd.hiddenDn))
      expect(halted.code).toBe(3)
      expect(halted.json<RunReport>().halted?.reasons).toEqual([
        { name: 'empty-base', message: expect.stringContaining(slapd.hiddenDn), count: 1 },
      ])
      expect(await store.read()).toEqual(before)
    }))

  test('a filter that lets nobody through halts', () =>
    withWorkplace(plainWorkplace(slapd, { baseDns: [container('Sales')] }), async ({ install, store, settings }) => {
      await install.run('sync', '--full')
      const before = await store.read()
      const selection = { ...settings.selection, users: { filter: '(title=Nobody)' } }
      await install.run('settings', 'import', install.writeSettings('empty.yaml', { ...settings, selection }))
      const halted = await install.run('sync', '--full', '--json')
      expect(halted.code).toBe(3)
      expect(halted.json<RunReport>().halted?.reasons.map(({ name }) => name)).toContain('empty-read-users')
      expect(await store.read()).toEqual(before)
    }))

  test('what the bind account may not see is never taken for gone', () => {
    const baseDns = [container('Sales'), slapd.hiddenDn, slapd.opaqueDn]
    return withWorkplace(plainWorkplace(slapd, { baseDns }), async ({ install, store, settings }) => {
      await install.run('sync', '--full')
      const before = await store.read()
      const directory = { ...settings.directory, bind: simpleBind(slapd, 'restricted') }
      await install.run('settings', 'import', install.writeSettings('restricted.yaml', { ...settings, directory }))
      const restricted = install.withEnvironment({ DIRECTORY_PASSWORD: slapd.restricted.password })
      const check = await restricted.run('check')
      expect(check.code).toBe(1)
      expect(check.stdout).toContain(slapd.hiddenDn)
      const sync = (await restricted.run('sync', '--full', '--json')).json<RunReport>()
      expect(sync).toMatchObject({ complete: false, counts: { users: nothingToDo } })
      expect(await store.read()).toEqual(before)
    })
  })

  test('who is held back keeps memberships and reports, whatever is wrong with the entry', () => {
    const selection = { baseDns: [people.baseDn], groups: { enabled: true } }
    return withWorkplace(plainWorkplace(slapd, selection), async ({ install, store }) => {
      await install.run('sync', '--full')
      const before = await store.read()
      await ldapmodify(adminOf(slapd), replaceRecord(userDn(people, 1), 'mail', 'no address'))
      await ldapmodify(adminOf(slapd), replaceRecord(userDn(people, 2), 'mail', 'person3@example.com'))
      const sync = (await install.run('sync', '--full', '--json')).json<RunReport>()
      expect(sync.counts).toMatchObject({ users: { ...nothingToDo, skipped: 1, conflicts: 2 }, groups: nothingToDo })
      expect(await store.read()).toEqual(before)
      await ldapmodify(adminOf(slapd), replaceRecord(userDn(people, 1), 'mail', 'person1@example.com'))
      await ldapmodify(adminOf(slapd), replaceRecord(userDn(people, 2), 'mail', 'person2@example.com'))
    })
  })

  test('addresses that are handed on in a row change no cloud user into another', () =>
    withWorkplace(plainWorkplace(slapd, { baseDns: [container('Engineering')] }), async ({ install, store }) => {
      await install.run('sync', '--full')
      const [first, second, third] = [1, 7, 13].map((n) => userDn(people, n))
      const before = await Promise.all([1, 7, 13].map((n) => store.user(`person${n}@example.com`)))
      await ldapmodify(adminOf(slapd), replaceRecord(third ?? '', 'mail', 'handed.on@example.com'))
      await ldapmodify(adminOf(slapd), replaceRecord(second ?? '', 'mail', 'person13@example.com'))
      await ldapmodify(adminOf(slapd), replaceRecord(first ?? '', 'mail', 'person7@example.com'))
      const sync = await install.run('sync', '--full', '--json')
      expect(sync.code).toBe(0)
      expect(sync.json<RunReport>().counts.users).toMatchObject({ ...nothingToDo, update: 3 })
      const names = ['person7@example.com', 'person13@example.com', 'handed.on@example.com']
      const after = await Promise.all(names.map((name) => store.user(name)))
      expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    }))

  test('a reading that the server cuts short deletes nobody', () =>
    withWorkplace(
      plainWorkplace(slapd, { baseDns: [container('Forschung')] }),
      async ({ install, store, settings }) => {
        await install.run('sync', '--full')
        const before = await store.read()
        const limited = await startSlapd({
          baseDn: people.baseDn,
          ldif: withEntryUuids(peopleLdif(people)),
          sizeLimit: 30,
        })
        try {
          const directory = { ...plainConnection(limited), pageSize: 10 }
          const cut = { ...settings, directory, mismatched: 'delete' }
          await install.run('settings', 'import', install.writeSettings('limited.yaml', cut))
          const sync = (await install.run('sync', '--full', '--json')).json<RunReport>()
          expect(sync).toMatchObject({ complete: false, counts: { users: nothingToDo } })
          expect(sync.counts.users.matched).toBeGreaterThan(10)
          expect(sync.counts.users.matched).toBeLessThan(40)
          expect(await store.read()).toEqual(before)
          const events = await install.run('events', '--level', 'warning')
          expect(events.stdout).toMatch(/directory .*size ?limit/i)
        } finally {
          await limited.stop()
        }
      },
    ))
})
