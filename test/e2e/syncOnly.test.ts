import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Explanation } from '../../app/api/explain/explanation.ts'
import type { DirectoryEntry } from '../../app/demo/directory/directoryEntry.ts'
import type { Settings } from '../../app/settings/schema.ts'
import { loadSettings, saveSettings } from '../../app/settings/settingsFile.ts'
import { baseDn } from '../fakes/people.ts'
import { type EmbeddedSides, enterprise, securityGroup, staff, startEmbeddedSides } from '../sync/embeddedSides.ts'
import { runConnector } from './runConnector.ts'
import { nothingToDo, type RunReport } from './runReport.ts'

const picture = readFileSync(join(import.meta.dirname, '../fixtures/pictures/baseline.jpg'))
const staffDn = (name: string) => `CN=${name},OU=Staff,${baseDn}`
const lisbon = `CN=Lisbon,OU=Rooms,${baseDn}`
const kay = `CN=Kay,OU=Partners,${baseDn}`
const crew = `CN=Crew,OU=Groups,${baseDn}`

function entry(dn: string, mail: string, attributes: DirectoryEntry['attributes']): DirectoryEntry {
  const category = [`CN=Person,CN=Schema,CN=Configuration,${baseDn}`]
  const [, name = ''] = /^CN=([^,]+)/.exec(dn) ?? []
  return { dn, attributes: { objectCategory: category, cn: [name], displayName: [name], mail: [mail], ...attributes } }
}

const userClass = ['top', 'person', 'organizationalPerson', 'user']
const account = { objectClass: userClass, userAccountControl: ['512'] }

function company(): DirectoryEntry[] {
  return [
    ...staff(4),
    entry(lisbon, 'lisbon@corp.test', { ...account, msExchResourceMetaData: ['ResourceType:Room'] }),
    entry(kay, 'kay@partner.test', { objectClass: ['top', 'person', 'organizationalPerson', 'contact'] }),
    securityGroup('Crew', [staffDn('p0')]),
    entry(`CN=guest,OU=Guests,${baseDn}`, 'guest@corp.test', account),
    entry(`CN=agency,DC=agency,DC=test`, 'agency@corp.test', account),
    entry(staffDn('twin'), 'twin@corp.test', account),
    entry(staffDn('other twin'), 'twin@corp.test', account),
    entry(staffDn('clerk'), 'clerk@corp.test', { ...account, employeeType: ['temporary'] }),
  ]
}

type Report = RunReport & { readonly explanation: Explanation }

describe('sync --only', () => {
  let sides: EmbeddedSides
  beforeEach(async () => {
    sides = await startEmbeddedSides(company(), {
      selection: {
        excludeDns: [`OU=Guests,${baseDn}`],
        users: { filter: '(!(employeeType=temporary))' },
        rooms: { enabled: true },
        contacts: { enabled: true },
      },
    })
  })
  afterEach(() => sides?.close())

  const run = (...words: readonly string[]) => runConnector(['--data-dir', sides.folder, ...words], sides.environment)
  const full = async () => expect(await run('sync', '--full')).toMatchObject({ code: 0, stderr: '' })
  const only = async (who: string): Promise<Report> => {
    const result = await run('sync', '--only', who, '--json')
    expect(result).toMatchObject({ code: 0, stderr: '' })
    return result.json<Report>()
  }
  const change = async (changes: Partial<Settings>) =>
    saveSettings(sides.folder, { ...(await loadSettings(sides.folder)), ...changes })
  const title = async (userName: string) =>
    (await sides.list('Users')).find((user) => user.userName === userName)?.title

  test('changes one user, room, contact or group alone, and the next incremental sync finds the others', async () => {
    await full()
    const { replace, addMembers } = sides.directory
    for (const dn of [staffDn('p0'), staffDn('p1'), lisbon, kay]) replace(dn, { title: ['Chef'] })
    addMembers(crew, [staffDn('p2')])
    const asked = [
      ['users', 'p0@corp.test'],
      ['rooms', lisbon],
      ['contacts', 'KAY@partner.test'],
      ['groups', crew],
    ] as const
    for (const [kind, who] of asked) {
      const { counts, explanation } = await only(who)
      for (const [name, ofKind] of Object.entries(counts)) {
        expect(ofKind).toMatchObject(name === kind ? { ...nothingToDo, update: 1 } : nothingToDo)
      }
      expect(explanation.entries).toHaveLength(1)
      expect(explanation.entries[0]?.history[0]).toMatchObject({
        change: { kind: 'update' },
        outcome: { kind: 'done' },
      })
    }
    expect(await title('p0@corp.test')).toBe('Chef')
    expect(await title('lisbon@corp.test')).toBe('Chef')
    expect(await title('p1@corp.test')).toBeUndefined()
    const [group] = await sides.list('Groups')
    expect(group?.members).toHaveLength(2)

    const again = await only('p0@corp.test')
    expect(again.counts.users).toMatchObject({ ...nothingToDo, matched: 1 })

    const { counts } = (await run('sync', '--incremental', '--json')).json<RunReport>()
    expect(counts).toMatchObject({
      users: { ...nothingToDo, update: 1 },
      rooms: nothingToDo,
      contacts: nothingToDo,
      groups: nothingToDo,
    })
    expect(await title('p1@corp.test')).toBe('Chef')
  })

  test('says in words what was done, and how every decision came out', async () => {
    await full()
    sides.directory.replace(staffDn('p0'), { title: ['Chef'] })
    const { code, stdout, stderr } = await run('sync', '--only', 'p0@corp.test')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(`This is a sync of one entry: ${staffDn('p0')}.`)
    expect(stdout).toContain(`Found     ${staffDn('p0')}`)
    expect(stdout).toContain('title ← title: "Chef"')
    expect(stdout).toContain('Change    none, the store is equal')
    expect(stdout).toMatch(/History {3}plan \d+: update, done\./)
  })

  test('brings in somebody new with their manager, and leaves the group to the next incremental sync', async () => {
    await full()
    sides.directory.add(entry(staffDn('new'), 'new@corp.test', { ...account, manager: [staffDn('p1')] }))
    sides.directory.addMembers(crew, [staffDn('new')])
    expect((await only('new@corp.test')).counts.users).toMatchObject({ ...nothingToDo, create: 1 })
    const incremental = (await run('sync', '--incremental', '--json')).json<RunReport>()
    expect(incremental.counts).toMatchObject({ users: nothingToDo, groups: { ...nothingToDo, update: 1 } })
  })

  test.each([
    ['a group with a member', crew],
    ['somebody with a manager', 'p0@corp.test'],
  ])('%s who has no resource yet goes without it until the next incremental sync', async (_, who) => {
    await full()
    sides.directory.add(entry(staffDn('new'), 'new@corp.test', account))
    sides.directory.addMembers(crew, [staffDn('new'), staffDn('p2')])
    sides.directory.replace(staffDn('p0'), { manager: [staffDn('new')], title: ['Chef'] })
    const users = await sides.list('Users')
    const result = await run('sync', '--only', who, '--json')
    expect(result).toMatchObject({ code: 0, stderr: '' })
    expect(await sides.list('Users')).toHaveLength(users.length)
    expect(await run('sync', '--incremental')).toMatchObject({ code: 0, stderr: '' })
    const added = (await sides.list('Users')).find(({ userName }) => userName === 'new@corp.test')
    const p0 = (await sides.list('Users')).find(({ userName }) => userName === 'p0@corp.test')
    expect(p0?.[enterprise]?.manager?.value).toBe(added?.id)
    const [group] = await sides.list('Groups')
    expect(group?.members?.map(({ value }) => value)).toContain(added?.id)
    expect((await run('dry-run', '--detailed-exitcode')).code).toBe(0)
  })

  test('sends the picture of one person', async () => {
    await change({ avatar: { enabled: true, source: 'attribute', attribute: 'thumbnailPhoto' } })
    await full()
    for (const name of ['p0', 'p1']) sides.directory.replace(staffDn(name), { thumbnailPhoto: [picture] })
    const { counts, explanation } = await only('p0@corp.test')
    expect(counts).toMatchObject({ avatars: { ...nothingToDo, create: 1 }, users: nothingToDo })
    const sent = { mediaType: 'image/jpeg', size: picture.length }
    expect(explanation.entries[0]?.picture).toMatchObject({ place: 'thumbnailPhoto', sent, change: null })
    expect((await only('p0@corp.test')).counts.avatars).toMatchObject({ ...nothingToDo, matched: 1 })
    const incremental = (await run('sync', '--incremental', '--json')).json<RunReport>()
    expect(incremental.counts.avatars).toMatchObject({ ...nothingToDo, create: 1 })
  })

  test('is halted by a guard like any other sync, with exit code 3, until a person approves the plan', async () => {
    const { guards } = await loadSettings(sides.folder)
    const none = { percent: 0, atLeast: 0, atMost: 0 }
    const updates = { users: none, rooms: none, groups: none, contacts: none, avatars: none }
    await full()
    await change({ guards: { ...guards, updates } })
    await full()
    sides.directory.replace(staffDn('p0'), { title: ['Chef'] })
    const halted = await run('sync', '--only', 'p0@corp.test', '--json')
    expect(halted.code).toBe(3)
    const { halted: reasons, planId } = halted.json<Report>()
    expect(reasons?.reasons).toMatchObject([{ name: 'updates-users' }])
    expect(await title('p0@corp.test')).toBeUndefined()
    expect(await run('apply', String(planId), '--approve', 'updates-users')).toMatchObject({ code: 0, stderr: '' })
    expect(await title('p0@corp.test')).toBe('Chef')
  })

  test('is refused with the reason for who is not selected, not there, or not the only one', async () => {
    await full()
    const refused: ReadonlyArray<readonly [who: string, why: string]> = [
      ['clerk@corp.test', "is not selected: the administrator's filter leaves it out"],
      ['guest@corp.test', `is not selected: OU=Guests,${baseDn} is excluded`],
      ['CN=agency,DC=agency,DC=test', 'is not selected: it lies below none of the base DNs'],
      ['nobody@corp.test', 'The directory shows no entry for nobody@corp.test'],
      ['twin@corp.test', '2 entries of the directory answer to twin@corp.test'],
    ]
    const before = await sides.list('Users')
    for (const [who, why] of refused) {
      const result = await run('sync', '--only', who)
      expect(result).toMatchObject({ code: 1, stdout: '' })
      expect(result.stderr).toContain(why)
    }
    expect(await sides.list('Users')).toEqual(before)
  })

  test('with --json a refusal is an object too', async () => {
    await full()
    const result = await run('sync', '--only', 'nobody@corp.test', '--json')
    expect(result.code).toBe(1)
    expect(result.json()).toMatchObject({ error: { side: 'directory', code: 'no-such-entry' } })
  })

  test('is refused for a kind that is switched off', async () => {
    const { selection } = await loadSettings(sides.folder)
    await change({ selection: { ...selection, contacts: { ...selection.contacts, enabled: false } } })
    await full()
    const result = await run('sync', '--only', 'kay@partner.test')
    expect(result).toMatchObject({ code: 1, stdout: '' })
    expect(result.stderr).toContain('contacts are not selected')
  })

  test('is refused before the first full sync, and after a change of settings', async () => {
    const early = await run('sync', '--only', 'p0@corp.test')
    expect(early).toMatchObject({ code: 1, stdout: '' })
    expect(early.stderr).toContain('full sync')
    await full()
    await change({ mapping: { title: '"Boss"' } })
    const changed = await run('sync', '--only', 'p0@corp.test')
    expect(changed).toMatchObject({ code: 1, stdout: '' })
    expect(changed.stderr).toContain('The settings have changed since the last full sync')
    expect(await title('p0@corp.test')).toBeUndefined()
  })

  test('does not make a protected user inactive', async () => {
    const { guards } = await loadSettings(sides.folder)
    await change({ guards: { ...guards, protected: ['p0@corp.test'] } })
    await full()
    for (const name of ['p0', 'p1']) sides.directory.replace(staffDn(name), { userAccountControl: ['514'] })
    const { counts, explanation } = await only('p0@corp.test')
    expect(counts.users).toMatchObject({ ...nothingToDo, skipped: 1 })
    expect(explanation.entries[0]?.isProtected).toBe(true)
    expect((await only('p1@corp.test')).counts.users).toMatchObject({ ...nothingToDo, deactivate: 1 })
    const active = (await sides.list('Users')).filter((user) => user.active).map((user) => user.userName)
    expect(active).toContain('p0@corp.test')
    expect(active).not.toContain('p1@corp.test')
  })

  test('a change that the store refuses ends with 4, and is told', async () => {
    await full()
    sides.directory.replace(staffDn('p0'), { title: ['Chef'] })
    sides.store.faults.serverErrors = { every: 1, methods: ['POST', 'PATCH', 'PUT'], status: 400 }
    const { code, stdout } = await run('sync', '--only', 'p0@corp.test')
    expect(code).toBe(4)
    expect(stdout).toContain('failed')
  })

  test.each([[['--only', 'p0@corp.test', '--full']], [['--only']], [[]]])(
    'wrong usage, sync %j, ends with 64',
    async (words) => {
      expect(await run('sync', ...words)).toMatchObject({ code: 64, stdout: '' })
    },
  )
})
