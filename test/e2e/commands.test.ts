import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeWithService } from '../services/describeWithService.ts'
import { type PeopleOptions, peopleLdif, userDn } from '../services/peopleLdif.ts'
import { type Slapd, startSlapd } from '../services/slapd.ts'
import { ldapmodify, replaceRecord } from './ldapmodify.ts'
import { runConnector } from './runConnector.ts'
import type { RunReport } from './runReport.ts'
import { adminOf, plainWorkplace } from './slapdAccess.ts'
import { makeWorkplace, type Workplace } from './workplace.ts'

const people: PeopleOptions = { flavour: 'inetOrgPerson', baseDn: 'dc=example,dc=com', users: 30, groups: 3 }

describe('expression', () => {
  const results: ReadonlyArray<readonly [expression: string, result: string]> = [
    ['"abc@example.com" % "@"', 'example.com'],
    ['"abc@example.com" - "@"', 'abc'],
    ['"" | "b" + "c" - "c"', 'b'],
    ['("a" + "b") - "b"', 'a'],
    ['"say \\"hi\\" \\\\"', 'say "hi" \\'],
  ]
  test.each(results)('%s gives %s without any data folder', async (expression, result) => {
    expect(await runConnector(['expression', expression])).toMatchObject({ code: 0, stdout: `${result}\n`, stderr: '' })
  })

  test('a wrong one is refused with the position', async () => {
    const refused = await runConnector(['expression', '"a" % % "b"'])
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toMatch(/^Error \(settings\): The expression is wrong at position 7: /)
  })
})

test('help and version end well', async () => {
  expect(await runConnector(['--version'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  })
  const help = await runConnector(['dry-run', '--help'])
  expect(help.code).toBe(0)
  expect(help.stdout).toContain('--detailed-exitcode')
})

describeWithService('slapd', 'The commands around a sync', () => {
  let slapd: Slapd
  let workplace: Workplace
  let planned: RunReport
  let applied: RunReport
  const reports = mkdtempSync(join(tmpdir(), 'connector-e2e-reports-'))

  beforeAll(async () => {
    slapd = await startSlapd({ baseDn: people.baseDn, ldif: peopleLdif(people) })
    workplace = await makeWorkplace(
      plainWorkplace(slapd, {
        baseDns: [people.baseDn],
        groups: { enabled: true },
      }),
    )
    planned = (await run('dry-run', '--json', '--save', join(reports, 'plan.json'))).json()
    applied = (await run('apply', String(planned.planId), '--json')).json()
    await ldapmodify(adminOf(slapd), replaceRecord(userDn(people, 5), 'telephoneNumber', 'ask the porter'))
    await ldapmodify(adminOf(slapd), replaceRecord(userDn(people, 6), 'mail', 'no address'))
    await ldapmodify(adminOf(slapd), replaceRecord(userDn(people, 7), 'title', '=HYPERLINK("x"), "Chief"'))
    await ldapmodify(adminOf(slapd), replaceRecord(userDn(people, 8), 'title', '<script>alert(1)</script>'))
  })
  afterAll(async () => {
    await workplace?.end()
    await slapd?.stop()
    rmSync(reports, { recursive: true, force: true })
  })
  const run = (...words: readonly string[]) => workplace.install.run(...words)

  test('dry-run tells pending changes by its exit code, when asked to', async () => {
    expect(await run('dry-run')).toMatchObject({ code: 0, stderr: '' })
    expect(await run('dry-run', '--detailed-exitcode')).toMatchObject({ code: 2, stderr: '' })
  })

  test('dry-run shows before, after and reason, and what it cannot use', async () => {
    const { stdout } = await run('dry-run')
    expect(stdout).toMatch(/person7@example\.com[\s\S]*Specialist[\s\S]*=HYPERLINK\("x"\), "Chief"/)
    expect(stdout).toContain('telephoneNumber: "ask the porter" has no digit')
    expect(stdout).toContain('uid: "no address" is not an e-mail address')
    expect(stdout).toMatch(/Nothing was written\. To apply exactly this plan: apply \d+/)
  })

  test('dry-run with settings that are not saved leaves the saved ones alone', async () => {
    const file = workplace.install.writeSettings('other.yaml', {
      ...workplace.settings,
      mapping: { title: '"Dr. " + sn' },
    })
    const saved = readFileSync(join(workplace.install.dataFolder, 'settings.yaml'), 'utf8')
    const tried = await run('dry-run', '--settings', file, '--json')
    expect(tried.json<RunReport>().counts.users.update).toBeGreaterThan(25)
    expect(readFileSync(join(workplace.install.dataFolder, 'settings.yaml'), 'utf8')).toBe(saved)
    const refused = await run('apply', String(tried.json<RunReport>().planId))
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toMatch(/^Error \(settings\): Plan \d+ was made with other settings/)
  })

  test('dry-run saves CSV, JSON and HTML, whole and safe to open', async () => {
    for (const format of ['csv', 'json', 'html']) {
      const file = join(reports, `report.${format}`)
      expect(await run('dry-run', '--save', file)).toMatchObject({ code: 0, stdout: expect.stringContaining(file) })
      const text = readFileSync(file, 'utf8')
      expect(text).toContain('person7@example.com')
      expect(text).toContain('Chief')
    }
    expect(() => JSON.parse(readFileSync(join(reports, 'report.json'), 'utf8'))).not.toThrow()
    const csv = readFileSync(join(reports, 'report.csv'), 'utf8')
    expect(csv).not.toMatch(/(^|[,;"])=HYPERLINK/m)
    const html = readFileSync(join(reports, 'report.html'), 'utf8')
    expect(html).not.toContain('<script>alert(1)</script>')
    expect(html).not.toMatch(/(src|href)="https?:/)
    expect(readdirSync(reports).toSorted()).toEqual(['plan.json', 'report.csv', 'report.html', 'report.json'])
  })

  test('the saved report of a plan holds every change with after and reason', () => {
    const saved = readFileSync(join(reports, 'plan.json'), 'utf8')
    expect(saved).toContain('person29@example.com')
    expect(saved).toContain(planned.digest)
  })

  test('plans are listed, and shown with what became of them', async () => {
    const { plans } = (await run('plans', 'list', '--json')).json<{
      plans: readonly { id: number; status: string }[]
    }>()
    expect(plans.at(-1)).toMatchObject({ id: planned.planId, status: 'applied' })
    expect((await run('plans', 'list')).stdout).toMatch(new RegExp(`^${planned.planId} .* applied `, 'm'))
    const shown = await run('plans', 'show', String(planned.planId))
    expect(shown).toMatchObject({ code: 0, stderr: '' })
    for (const n of [0, 15, 29]) expect(shown.stdout).toContain(`person${n}@example.com`)
    expect((await run('plans', 'show', String(planned.planId), '--json')).json()).toMatchObject({})
  })

  test('runs are listed, and shown with their events', async () => {
    const { runs } = (await run('runs', 'list', '--json')).json<{ runs: readonly { id: number; kind: string }[] }>()
    expect(runs.slice(-2)).toMatchObject([
      { id: applied.runId, kind: 'apply', status: 'done', planId: planned.planId },
      { id: planned.runId, kind: 'dry-run', status: 'planned', planId: planned.planId },
    ])
    const shown = await run('runs', 'show', String(applied.runId))
    expect(shown).toMatchObject({ code: 0, stderr: '' })
    expect(shown.stdout).toContain(`Run ${applied.runId} (apply) ended: done. Plan ${planned.planId}.`)
    expect((await run('runs', 'show', '999')).stderr).toContain('There is no run 999')
  })

  test('events can be narrowed to a run and a level', async () => {
    await workplace.install.withEnvironment({ DIRECTORY_PASSWORD: 'wrong' }).run('dry-run')
    type Events = { readonly events: readonly { readonly level: string; readonly runId: number }[] }
    const ofRun = (await run('events', '--run', String(applied.runId), '--json')).json<Events>().events
    expect(new Set(ofRun.map(({ runId }) => runId))).toEqual(new Set([applied.runId]))
    const errors = (await run('events', '--level', 'error', '--json')).json<Events>().events
    expect(new Set(errors.map(({ level }) => level))).toEqual(new Set(['error']))
    const all = await run('events')
    expect(all.stdout).toContain('password is wrong')
    expect(all.stdout).not.toContain(workplace.store.token)
    expect(all.stdout).not.toContain(slapd.reader.password)
    const found = (await run('events', '--search', 'PASSWORD is wrong', '--side', 'directory', '--json')).json<Events>()
    expect(found.events.map(({ level }) => level)).toEqual(['error'])
    const newest = (await run('events', '--limit', '2', '--json')).json<Events>().events
    expect(newest).toEqual((await run('events', '--json')).json<Events>().events.slice(-2))
    expect((await run('events', '--limit', 'x')).code).toBe(64)
  })

  test('status says how all is, in words and as the window gets it', async () => {
    const said = await run('status')
    expect(said).toMatchObject({ code: 0, stderr: '' })
    for (const words of [
      'In store:   32 people, 3 groups',
      'All users under 1 container.',
      'Deletion limit: 5 %, at least 3, at most 500.',
      '(dry-run) planned. 2 people would be changed.',
      'password is wrong',
    ]) {
      expect(said.stdout).toContain(words)
    }
    expect((await run('status', '--json')).json()).toMatchObject({
      linked: { users: 32, groups: 3 },
      can: { full: { possible: true } },
    })
  })

  test('who is in the store is found by a part of the name', async () => {
    const found = await run('find', 'ERSON12@')
    expect(found).toMatchObject({ code: 0, stderr: '' })
    expect(found.stdout).toMatch(/^person12@example\.com +user +/m)
    expect((await run('find', 'nobody at all')).stdout).toContain('Nothing in the store')
    expect((await run('find', 'person', '--limit', '3', '--json')).json<{ found: unknown[] }>().found).toHaveLength(3)
  })

  test('two plans are compared', async () => {
    const again = (await run('dry-run', '--json')).json<RunReport>()
    const difference = await run('plans', 'diff', String(planned.planId), String(again.planId))
    expect(difference.stdout).toContain(`Only in plan ${again.planId}, or different there: 2 changes (`)
    expect(difference.stdout).toContain(`Only in plan ${planned.planId}, or different there: 35 changes (Group 0, `)
    const same = await run('plans', 'diff', String(planned.planId), String(planned.planId))
    expect(same.stdout).toBe(`Plans ${planned.planId} and ${planned.planId} do the same.\n`)
    expect((await run('plans', 'diff', '1', '999')).stderr).toContain('There is no plan 999')
  })

  test('explain follows a person, by mail in any letter case and by DN, through every decision', async () => {
    const byMail = await run('explain', 'PERSON12@example.com')
    expect(byMail).toMatchObject({ code: 0, stderr: '' })
    for (const words of [
      'Found     cn=Björn 王 12,ou=Sales,dc=example,dc=com',
      'Selected  yes, under dc=example,dc=com',
      'uid ← mail: "person12@example.com"',
      'Linked    cn=',
      'Change    none, the store is equal',
      'Store     person12@example.com',
      `plan ${planned.planId}: create, done`,
    ]) {
      expect(byMail.stdout).toContain(words)
    }
    const byDn = await run('explain', userDn(people, 12))
    expect(byDn.stdout).toBe(byMail.stdout)
    expect((await run('explain', userDn(people, 6))).stdout).toContain(
      'skipped: uid: "no address" is not an e-mail address',
    )
    expect((await run('explain', 'nobody@example.com')).stdout).toContain('The directory has no entry for nobody@')
    expect((await run('explain', 'person12@example.com', '--json')).json()).toMatchObject({
      entries: [{ decision: { kind: 'selected' }, link: { name: 'person12@example.com' } }],
    })
  })

  test('expression is evaluated for a real user', async () => {
    const user = ['--user', 'person12@example.com']
    expect(await run('expression', 'givenName + " " + sn', ...user)).toMatchObject({ code: 0, stdout: 'Björn 王\n' })
    expect(await run('expression', 'mail - "@"', ...user)).toMatchObject({ code: 0, stdout: 'person12\n' })
    const nobody = await run('expression', 'sn', '--user', 'nobody@example.com')
    expect(nobody).toMatchObject({ code: 1, stdout: '' })
    expect(nobody.stderr).toContain('nobody@example.com')
    const unknown = await run('expression', 'givenNam', ...user)
    expect(unknown).toMatchObject({ code: 1, stdout: '' })
    expect(unknown.stderr).toContain('givenNam')
  })

  test('settings are validated, compared, imported and exported, and the present ones are kept', async () => {
    const { install, settings } = workplace
    const file = install.writeSettings('import.yaml', { ...settings, mapping: { title: null }, softDeleteDays: 30 })
    expect(await install.run('settings', 'validate', file)).toMatchObject({ code: 0, stderr: '' })
    const differences = '+ mapping.title: null\n~ softDeleteDays: 7 → 30\n'
    expect((await install.run('settings', 'diff', file)).stdout).toBe(differences)
    const before = (await install.run('settings', 'export')).stdout
    expect(await install.run('settings', 'import', file)).toMatchObject({ code: 0, stderr: '' })
    expect((await install.run('settings', 'diff', file)).stdout).toBe('Nothing differs.\n')
    expect(existsSync(join(install.dataFolder, 'settings.previous.yaml'))).toBe(true)
    const events = await install.run('events', '--search', 'softDeleteDays')
    expect(events.stdout).toContain('2 settings were changed: + mapping.title: null; ~ softDeleteDays: 7 → 30')

    const exported = await install.run('settings', 'export')
    expect(exported.stdout).toContain('softDeleteDays: 30')
    expect(exported.stdout).not.toContain(slapd.reader.password)
    const back = install.writeSettings('back.yaml', before)
    expect(await install.run('settings', 'import', back)).toMatchObject({ code: 0, stderr: '' })
    expect((await install.run('settings', 'export')).stdout).toBe(before)
  })

  test('a wrong settings file is not imported', async () => {
    const { install, settings } = workplace
    const before = readFileSync(join(install.dataFolder, 'settings.yaml'), 'utf8')
    const wrong = { ...settings, selection: { ...settings.selection, users: { filter: '(mail=*' } } }
    for (const command of ['validate', 'import', 'diff']) {
      const refused = await install.run('settings', command, install.writeSettings('wrong.yaml', wrong))
      expect(refused).toMatchObject({ code: 1, stdout: '' })
      expect(refused.stderr).toContain('selection.users.filter, position')
    }
    expect(readFileSync(join(install.dataFolder, 'settings.yaml'), 'utf8')).toBe(before)
  })
})
