import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answered } from '../../app/api/remote/remoteAnswer.ts'
import { type SettingsInput, settingsSchema } from '../../app/settings/schema.ts'
import { findService } from '../../main/service/findService.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { type PeopleOptions, peopleLdif } from '../services/peopleLdif.ts'
import { type SambaAd, startSambaAd } from '../services/sambaAd.ts'
import { type Install, makeInstall } from './install.ts'
import { startConnector } from './runConnector.ts'
import { sambaDirectory } from './sambaDirectory.ts'
import { startService } from './startService.ts'
import { startStore, type TestStore } from './startStore.ts'

const people: PeopleOptions = { flavour: 'ad', baseDn: 'DC=corp,DC=example,DC=com', users: 120, groups: 4 }
const odd = String.raw`OU=Müller\, Söhne \+ Co,OU=Sales,${people.baseDn}`
const oddLdif = [odd, `OU=Below,${odd}`].map(
  (dn) => `dn:: ${Buffer.from(dn).toString('base64')}\nobjectClass: organizationalUnit\n\n`,
)

interface Shown {
  readonly containers: readonly { readonly dn: string; readonly name: string; readonly hasChildren: boolean | null }[]
  readonly more: boolean
}

describeWithService('samba', 'Looking around in Active Directory', () => {
  let samba: SambaAd
  let store: TestStore
  let settings: SettingsInput
  let install: Install
  const folder = mkdtempSync(join(tmpdir(), 'connector-e2e-look-'))

  beforeAll(async () => {
    samba = await startSambaAd({ ldif: [...peopleLdif(people), ...oddLdif] })
    store = await startStore(folder)
    settings = {
      version: 1,
      name: 'hq',
      directory: sambaDirectory(samba),
      store: { url: store.url, auth: { method: 'bearer', token: { env: 'STORE_TOKEN' } } },
      selection: { baseDns: [`OU=Sales,${people.baseDn}`], groups: { enabled: true } },
    }
    install = makeInstall(settings, { DIRECTORY_PASSWORD: samba.admin.password, STORE_TOKEN: store.token })
    expect(await install.run('init', '--settings', install.settingsFile)).toMatchObject({ code: 0 })
  }, 600_000)
  afterAll(async () => {
    install?.remove()
    await store?.close()
    rmSync(folder, { recursive: true, force: true })
    await samba?.stop()
  })

  const shown = async (...words: string[]) =>
    (await install.run('directory', 'containers', ...words, '--json')).json<Shown>()

  test('begins at the domain, and shows of it what an administrator expects to see', async () => {
    expect((await shown()).containers).toMatchObject([{ dn: people.baseDn, name: 'corp.example.com', kind: 'domain' }])
    const names = (await shown(people.baseDn)).containers.map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining(['Builtin', 'Computers', 'Domain Controllers', 'Finance', 'Sales', 'Users']),
    )
    for (const hidden of ['System', 'Program Data', 'Configuration', 'LostAndFound'])
      expect(names).not.toContain(hidden)
    expect(names.indexOf('Users')).toBeGreaterThan(names.indexOf('Support'))
  })

  test('goes down into containers whose names need escapes', async () => {
    const [below, ...others] = (await shown(`OU=Sales,${people.baseDn}`)).containers
    expect(others).toEqual([])
    expect(below).toMatchObject({ name: 'Müller, Söhne + Co', hasChildren: true })
    expect((await shown(below?.dn ?? '')).containers).toMatchObject([{ name: 'Below', hasChildren: false }])
    const text = await install.run('directory', 'containers', `OU=Sales,${people.baseDn}`)
    expect(text).toMatchObject({ code: 0, stderr: '' })
    expect(text.stdout).toMatch(/^OU=M.*\n$/)
    const gone = await install.run('directory', 'containers', `OU=Gone,${people.baseDn}`)
    expect(gone).toMatchObject({ code: 1, stdout: '' })
    expect(gone.stderr).toMatch(/^Error \(directory\): .*OU=Gone/)
  })

  test('counts what a real read finds', async () => {
    const counted = await install.run('directory', 'count', '--json')
    const { counts } = counted.json<{ counts: { kind: string; count: number }[] }>()
    const planned = (await install.run('dry-run', '--json')).json<{ counts: { users: { read: number } } }>()
    expect(counts).toMatchObject([
      { kind: 'user', count: planned.counts.users.read },
      { kind: 'group', count: 0 },
    ])
    expect(planned.counts.users.read).toBe(people.users / 6)
    expect((await install.run('directory', 'count')).stdout).toContain(`users   ${people.users / 6}`)
  })

  test('answers the window with drafts that nobody has saved', async () => {
    const service = await startService(install)
    try {
      const found = await findService(install.dataFolder)
      if (!found) throw new Error('There is no service.')
      const { directory: look } = found.client
      const { directory, selection, mapping } = settingsSchema.parse(settings)
      const draft = { directory, selection: { ...selection, baseDns: [people.baseDn] }, mapping }
      expect(await answered(look.answer.query({ draft }))).toMatchObject({
        product: 'samba-ad',
        namingContexts: [people.baseDn],
        defaultNamingContext: people.baseDn,
      })
      const filtered = {
        ...draft,
        selection: { ...draft.selection, users: { enabled: true, filter: '(mail=person1*)' } },
      }
      const count = (upTo: number) => answered(look.count.query({ draft: filtered, kind: 'user', upTo }))
      expect(await count(1000)).toEqual({ count: 31, more: false })
      expect(await count(7)).toEqual({ count: 7, more: true })
      const [sample] = await answered(look.samples.query({ draft, text: 'person17@' }))
      expect(sample).toMatchObject({ mail: 'person17@example.com' })
      const { rows, skipped } = await answered(look.map.query({ draft, who: sample?.dn ?? '' }))
      expect(skipped).toBeNull()
      expect(rows.find(({ attribute }) => attribute === 'uid')?.text).toBe('person17@example.com')
      expect(await answered(look.attributes.query({ draft }))).toEqual(
        expect.arrayContaining(['sAMAccountName', 'userPrincipalName', 'msDS-cloudExtensionAttribute1']),
      )
      const wrong = { ...draft, mapping: { title: 'cn &' } }
      await expect(answered(look.map.query({ draft: wrong, who: 'person17@example.com' }))).rejects.toMatchObject({
        side: 'settings',
        place: expect.stringMatching(/^mapping\.title, position \d$/),
      })
      // Through the service, which has the secrets; the command has none.
      const bare = install.withEnvironment({ DIRECTORY_PASSWORD: '', STORE_TOKEN: '' })
      expect(await bare.run('directory', 'count')).toMatchObject({ code: 0, stderr: '' })
    } finally {
      service.stop()
      await service.ended
    }
  })

  test('needs no variable any more once the secrets are kept', async () => {
    const set = (purpose: string, value: string) =>
      startConnector(['--data-dir', install.dataFolder, 'settings', 'set-secret', purpose], {}, value).ended
    expect(await set('directory', `${samba.admin.password}\n`)).toMatchObject({ code: 0, stderr: '' })
    expect(await set('store', store.token)).toMatchObject({ code: 0, stderr: '' })
    expect(await set('avatar', 'x')).toMatchObject({ code: 1, stderr: expect.stringContaining('Error (settings)') })
    expect(await set('nothing', 'x')).toMatchObject({ code: 64 })
    expect(await set('store', '')).toMatchObject({ code: 64 })
    const bare = install.withEnvironment({ DIRECTORY_PASSWORD: '', STORE_TOKEN: '' })
    expect(await bare.run('check')).toMatchObject({ code: 0, stderr: '' })
    expect(readdirSync(join(install.dataFolder, 'secrets'))).toHaveLength(2)
    const said = [
      (await bare.run('events', '--json')).stdout,
      (await bare.run('settings', 'export')).stdout,
      readFileSync(join(install.dataFolder, 'settings.yaml'), 'utf8'),
    ].join()
    expect(said).not.toContain(samba.admin.password)
    expect(said).not.toContain(store.token)
  })
})
