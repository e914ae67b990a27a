import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openConfiguration } from '../../../app/api/configuration/openConfiguration.ts'
import type { Event } from '../../../app/model/event.ts'
import { formatSettings } from '../../../app/settings/formatSettings.ts'
import type { SettingsInput } from '../../../app/settings/schema.ts'
import { settingsWith } from '../../fakes/connectorOn.ts'
import { quickFolder } from '../../fakes/quickFolder.ts'

const draft: SettingsInput = {
  version: 1,
  name: 'hq',
  directory: {
    type: 'ad-ds',
    servers: ['ldaps://dc1.corp.test'],
    bind: { method: 'simple', user: 'svc@corp.test', password: { env: 'DIRECTORY_PASSWORD' } },
  },
  store: { url: 'https://store.test/scim', auth: { method: 'bearer', token: { env: 'STORE_TOKEN' } } },
  selection: { baseDns: ['OU=Sales,DC=corp,DC=test'] },
}

describe('The configuration', () => {
  let folder: string
  let events: Omit<Event, 'id'>[]
  beforeEach(() => {
    folder = quickFolder('configuration')
    events = []
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const open = () =>
    openConfiguration({
      dataFolder: folder,
      protect: async () => {},
      record: (event) => void events.push(event),
      now: () => new Date('2031-05-04T10:00:00Z'),
    })
  const file = () => join(folder, 'settings.yaml')
  const problems = async (changes: Record<string, unknown>) =>
    (await open().check({ ...draft, ...changes } as SettingsInput)).problems.map(({ place, position }) =>
      position === null ? place : `${place} at ${position}`,
    )

  describe('checks a draft', () => {
    test('and has nothing against a good one, which is all new before anything is saved', async () => {
      const checked = await open().check(draft)
      expect(checked).toMatchObject({ problems: [], warnings: [], needsDryRun: true })
      expect(checked.settings?.directory.pageSize).toBe(500)
      expect(new Set(checked.differences.map(({ kind }) => kind))).toEqual(new Set(['added']))
    })

    test('and names every wrong setting by its place, also where nothing of a draft is there yet', async () => {
      expect(await problems({ name: '', softDeleteDays: -1 })).toEqual(['name', 'softDeleteDays'])
      expect(await problems({ directory: { ...draft.directory, servers: ['dc1'] } })).toEqual(['directory.servers[0]'])
      const nothing = await open().check({} as SettingsInput)
      expect(nothing.settings).toBeNull()
      expect(nothing.problems.map(({ place }) => place)).toEqual(
        expect.arrayContaining(['version', 'name', 'directory', 'store', 'selection']),
      )
      for (const { message } of nothing.problems) expect(message).toMatch(/^[A-Z].*\.$/)
      expect((await open().check(null as unknown as SettingsInput)).problems).toMatchObject([{ place: 'the file' }])
    })

    test('and tells the position in each wrong filter and expression, while other sections are unfinished', async () => {
      const selection = {
        baseDns: ['DC=corp,DC=test'],
        users: { filter: '(department=Sales' },
        groups: { filter: 'cn=x)' },
      }
      const mapping = { title: 'title &', displayName: '(cn', uid: null }
      const found = await problems({ selection, mapping, store: undefined })
      expect(found).toEqual([
        'store',
        'selection.users.filter at 18',
        'selection.groups.filter at 5',
        'mapping.uid',
        expect.stringMatching(/^mapping\.displayName at \d$/),
        expect.stringMatching(/^mapping\.title at \d$/),
      ])
    })

    test('and names bases and exclusions by their place in the list', async () => {
      const selection = {
        baseDns: ['OU=Sales,DC=corp,DC=test'],
        excludeDns: ['OU=Old,DC=x', 'OU=Sales,DC=corp,DC=test'],
      }
      expect(await problems({ selection })).toEqual(['selection.excludeDns[1]'])
      expect(await problems({ selection: { baseDns: ['Sales'] } })).toEqual(['selection.baseDns[0]'])
    })

    test('and warns of what is allowed and should be known', async () => {
      const directory = { ...draft.directory, servers: ['ldap://dc1.corp.test'] }
      const { warnings } = await open().check({ ...draft, directory })
      expect(warnings).toMatchObject([{ level: 'warning', subject: 'directory.servers' }])
    })

    test('and says what differs from what is saved, and whether a plan made before still holds', async () => {
      const configuration = open()
      await configuration.save(draft, null)
      expect(await configuration.check(draft)).toMatchObject({ differences: [], needsDryRun: false })
      const renamed = await configuration.check({ ...draft, name: 'branch' })
      expect(renamed).toMatchObject({
        differences: [{ kind: 'changed', path: 'name', before: 'hq', after: 'branch' }],
        needsDryRun: false,
      })
      expect(await configuration.check({ ...draft, softDeleteDays: 9 })).toMatchObject({ needsDryRun: true })
    })
  })

  describe('saves a draft', () => {
    test('the first one, and says so', async () => {
      const configuration = open()
      expect(await configuration.saved()).toBeNull()
      const saved = await configuration.save(draft, null)
      expect(await configuration.saved()).toEqual(saved)
      expect(readFileSync(file(), 'utf8')).toBe(formatSettings(saved.settings))
      expect(events).toMatchObject([{ code: 'settings-saved', side: 'settings', level: 'info' }])
    })

    test('not over other settings than those it was made from', async () => {
      const configuration = open()
      const first = await configuration.save(draft, null)
      const refused = { side: 'settings', code: 'settings-changed-meanwhile' }
      await expect(configuration.save(draft, null)).rejects.toMatchObject(refused)
      const both = await Promise.allSettled([
        configuration.save({ ...draft, name: 'one' }, first.revision),
        configuration.save({ ...draft, name: 'other' }, first.revision),
      ])
      expect(both).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: refused }])
      expect((await configuration.saved())?.settings.name).toBe('one')
    })

    test('not with a problem in it', async () => {
      const selection = { ...draft.selection, users: { filter: '(' } }
      await expect(open().save({ ...draft, selection }, null)).rejects.toMatchObject({
        side: 'settings',
        code: 'invalid-settings',
        place: expect.stringMatching(/^selection\.users\.filter, position \d$/),
      })
      expect(existsSync(file())).toBe(false)
      expect(events).toEqual([])
    })

    test('and keeps what somebody wrote into the file', async () => {
      const text = [
        '# Ours since 2029.',
        'version: 1',
        'name: hq # the head office',
        'directory:',
        '  type: ad-ds',
        '  servers: [ldaps://dc1.corp.test]',
        '  bind: { method: simple, user: svc@corp.test, password: { env: DIRECTORY_PASSWORD } }',
        'store:',
        '  url: https://store.test/scim',
        '  # Asked for in May.',
        '  auth: { method: bearer, token: { file: token.txt } }',
        'selection:',
        '  baseDns: ["OU=Sales,DC=corp,DC=test"]',
        'softDeleteDays: 14 # as the works council wants',
        '',
      ].join('\n')
      writeFileSync(file(), text)
      const configuration = open()
      const saved = await configuration.saved()
      if (saved === null) throw new Error('There are settings.')
      const guards = { ...saved.settings.guards, protected: ['boss@corp.test'] }
      const changed = { ...saved.settings, guards, mapping: { title: 'cn' }, softDeleteDays: 7 }
      const now = await configuration.save(changed, saved.revision)
      expect(now.settings).toEqual(changed)
      const written = readFileSync(file(), 'utf8')
      for (const kept of [
        '# Ours since 2029.',
        '# the head office',
        '# Asked for in May.',
        '# as the works council wants',
        '{ file: token.txt }',
      ])
        expect(written).toContain(kept)
      expect(events.at(-1)?.message).toBe(
        '3 settings were changed: + mapping.title: "cn"; ~ guards.protected: [] → ["boss@corp.test"]; ~ softDeleteDays: 14 → 7',
      )
      expect(readFileSync(join(folder, 'settings.previous.yaml'), 'utf8')).toBe(text)
    })

    test('writes the file anew where it is written in a way that no single setting can be changed', async () => {
      const text = formatSettings(settingsWith()).replace('name: test', 'name: &name test')
      writeFileSync(file(), text.replace(/mapping: \{\}|mapping:\s*\{\s*\}/, 'mapping: { title: *name }'))
      const configuration = open()
      const saved = await configuration.saved()
      if (saved === null) throw new Error('There are settings.')
      const changed = { ...saved.settings, name: 'branch' }
      expect((await configuration.save(changed, saved.revision)).settings).toEqual(changed)
    })
  })

  describe('keeps secrets', () => {
    const withPassword = (password: NonNullable<unknown>) =>
      ({ ...draft, directory: { ...draft.directory, bind: { ...draft.directory.bind, password } } }) as SettingsInput

    test('each in a file of its own, for its account alone', async () => {
      const configuration = open()
      const one = await configuration.keepSecret('directory', 'Lerche 1')
      const other = await configuration.keepSecret('directory', 'Lerche 1')
      if (!('file' in one && 'file' in other)) throw new Error('A secret is in no file.')
      expect(one.file).not.toBe(other.file)
      expect(readFileSync(one.file, 'utf8')).toBe('Lerche 1')
      if (process.platform !== 'win32') expect(statSync(one.file).mode & 0o777).toBe(0o600)
    })

    test('as long as settings name them, and the settings before', async () => {
      const configuration = open()
      const reference = await configuration.keepSecret('directory', 'old')
      const first = await configuration.save(withPassword(reference), null)
      const renewed = await configuration.keepSecret('directory', 'new')
      const second = await configuration.save(withPassword(renewed), first.revision)
      const unsaved = await configuration.keepSecret('store', 'for later')
      const exist = () => [reference, renewed, unsaved].map((each) => 'file' in each && existsSync(each.file))
      expect(exist()).toEqual([true, true, true])
      const third = await configuration.save({ ...withPassword(renewed), name: 'renamed' }, second.revision)
      expect(exist()).toEqual([false, true, true])
      await open().save({ ...withPassword(renewed), name: 'renamed again' }, third.revision)
      expect(exist()).toEqual([false, true, false])
      expect(JSON.stringify(events)).not.toMatch(/"old"|"new"|for later/)
    })

    test('and leaves files alone that it did not make', async () => {
      const configuration = open()
      await configuration.keepSecret('store', 'x')
      const own = join(folder, 'secrets', 'store')
      writeFileSync(own, 'mine')
      const { revision } = await configuration.save(draft, null)
      await configuration.save({ ...draft, name: 'other' }, revision)
      expect(readFileSync(own, 'utf8')).toBe('mine')
    })
  })
})
