import { type OpenDirectoryBrowser, openDirectoryBrowser } from '../../../app/api/directory/openDirectoryBrowser.ts'
import { attributeSource } from '../../../app/avatar/attributeSource.ts'
import { companyAccount, companyBaseDn, companyEntries } from '../../../app/demo/directory/companyEntries.ts'
import { type EmbeddedDirectory, startEmbeddedDirectory } from '../../../app/demo/directory/startEmbeddedDirectory.ts'
import { dnKey } from '../../../app/model/dn.ts'
import { type SettingsInput, settingsSchema } from '../../../app/settings/schema.ts'
import { ldapSource } from '../../../app/source/ldap/ldapSource.ts'
import { settingsWith } from '../../fakes/connectorOn.ts'
import { waitUntil } from '../../services/waitUntil.ts'

const company = `OU=Nordwind,${companyBaseDn}`

describe('The directory browser', () => {
  let directory: EmbeddedDirectory
  let browser: OpenDirectoryBrowser
  let opened: number
  beforeAll(async () => {
    const entries = await companyEntries()
    directory = await startEmbeddedDirectory({ entries, kind: 'ad-ds', users: [companyAccount] })
  })
  afterAll(() => directory.close())
  beforeEach(() => {
    opened = 0
    browser = openDirectoryBrowser({
      dataFolder: '/nowhere',
      openSource: async ({ directory: { bind, ...rest } }) => {
        opened += 1
        const { dn: user, password } = companyAccount
        return ldapSource({ ...rest, bind: bind.method === 'simple' ? { method: 'simple', user, password } : bind })
      },
      openPictures: async ({ avatar }) => {
        if (avatar.source !== 'attribute') throw new Error('Only attributes.')
        return attributeSource(avatar.attribute)
      },
      lookUpControllers: async (domain) => [`dc1.${domain}:389`],
    })
  })
  afterEach(() => browser.close())

  const draft = (changes: Partial<SettingsInput> = {}) => {
    const { selection, mapping, organization, ...rest } = settingsWith({
      directory: {
        type: 'ad-ds',
        servers: [directory.url],
        bind: { method: 'simple', user: companyAccount.dn, password: { env: 'X' } },
      },
      selection: { baseDns: [company] },
      ...changes,
    })
    return { directory: rest.directory, selection, mapping, organization }
  }

  test('says who answers, and where people can be', async () => {
    expect(await browser.answer(draft())).toEqual({
      server: directory.url.replace('ldap://', ''),
      product: 'ad-ds',
      namingContexts: [companyBaseDn],
      defaultNamingContext: companyBaseDn,
    })
    expect(await browser.controllers('corp.test')).toEqual(['dc1.corp.test:389'])
  })

  test('shows the tree of containers from the domain down, by name', async () => {
    const top = await browser.containers(draft(), '')
    expect(top.containers).toMatchObject([{ dn: companyBaseDn, name: 'nordwind.example', kind: 'domain' }])
    const { containers } = await browser.containers(draft(), company)
    const names = containers.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Hamburg', 'Leipzig', 'Räume']))
    expect(names).toEqual([...names].sort(new Intl.Collator('en').compare))
    expect(containers.find(({ name }) => name === 'Hamburg')).toMatchObject({ kind: 'unit', hasChildren: true })
    expect(containers.find(({ name }) => name === 'Räume')).toMatchObject({ hasChildren: false })
    await expect(browser.containers(draft(), `OU=Gone,${company}`)).rejects.toMatchObject({ code: 'missing-base' })
  })

  describe('counts', () => {
    const count = (selection: SettingsInput['selection'], kind: 'user' | 'group' | 'contact' = 'user', upTo = 10_000) =>
      browser.count(draft({ selection }), kind, upTo)

    test('what the selection has of a kind, without what is excluded', async () => {
      const all = await count({ baseDns: [company] })
      expect(all.count).toBeGreaterThan(250)
      const hamburg = await count({ baseDns: [`OU=Hamburg,${company}`] })
      const without = await count({ baseDns: [company], excludeDns: [`OU=Hamburg,${company}`] })
      expect(hamburg.count + without.count).toBe(all.count)
      expect(await count({ baseDns: [company, `OU=Hamburg,${company}`] })).toEqual(all)
      expect((await count({ baseDns: [company] }, 'group')).count).toBeGreaterThan(5)
      expect((await count({ baseDns: [company] }, 'contact')).count).toBeGreaterThan(2)
    })

    test('no further than is wanted', async () => {
      expect(await count({ baseDns: [company] }, 'user', 40)).toEqual({ count: 40, more: true })
    })

    test('with the filter, of which a mistake is told with its place, whatever the others are like', async () => {
      const filtered = await count({
        baseDns: [company],
        users: { filter: '(mail=anna.freytag@*)' },
        groups: { filter: '((' },
      })
      expect(filtered).toEqual({ count: 1, more: false })
      await expect(count({ baseDns: [company], users: { filter: '(sn=' } })).rejects.toMatchObject({
        side: 'settings',
        code: 'invalid-filter',
        place: 'selection.users.filter, position 5',
      })
      const { selection: _, ...nothing } = draft()
      await expect(browser.count(nothing, 'user', 5)).rejects.toMatchObject({ code: 'no-selection' })
    })
  })

  test('offers the attributes of the schema as they are spelled', async () => {
    const names = await browser.attributes(draft())
    expect(names).toEqual(expect.arrayContaining(['displayName', 'userPrincipalName', 'extensionAttribute5']))
  })

  test('finds people by how their name or address begins, at most ten, and never by a pattern', async () => {
    expect(await browser.samples(draft(), '')).toHaveLength(10)
    expect(await browser.samples(draft(), 'Anna Frey')).toMatchObject([
      { name: 'Anna Freytag', mail: 'anna.freytag@nordwind.example' },
    ])
    expect(await browser.samples(draft(), 'anna.freytag@')).toHaveLength(1)
    for (const text of ['*', '(', ')', '\\', 'A*g', '*)(objectClass=*'])
      expect(await browser.samples(draft(), text)).toEqual([])
    const elsewhere = { baseDns: [company], excludeDns: [`OU=Hamburg,${company}`] }
    expect(await browser.samples(draft({ selection: elsewhere }), 'Anna Frey')).toEqual([])
  })

  describe('maps', () => {
    test('somebody with the rows of the draft', async () => {
      const mapping = { title: 'givenName + " " + sn' }
      const mapped = await browser.map(draft({ mapping }), 'anna.freytag@nordwind.example')
      expect(mapped).toMatchObject({ kind: 'user', skipped: null, sample: { name: 'Anna Freytag' } })
      expect(mapped.rows.find(({ attribute }) => attribute === 'title')).toMatchObject({
        origin: 'settings',
        text: 'Anna Freytag',
      })
      expect(dnKey((await browser.map(draft(), mapped.sample.dn)).sample.dn)).toBe(dnKey(mapped.sample.dn))
    })

    test('a room as a room, and a contact as a contact', async () => {
      const rooms = { enabled: true, attributes: [{ name: 'extensionAttribute5', equals: 'Raum' }] }
      const room = await browser.map(
        draft({ selection: { baseDns: [company], rooms } }),
        `CN=Raum Bille,OU=Räume,${company}`,
      )
      expect(room.rows.map(({ attribute }) => attribute)).not.toContain('employeeType')
      const contact = await browser.map(draft(), `CN=Claire Delacroix,OU=Kontakte,${company}`)
      expect(contact).toMatchObject({ kind: 'contact', skipped: null })
    })

    test('nobody with a wrong row, and says where it is wrong', async () => {
      const who = 'anna.freytag@nordwind.example'
      await expect(browser.map(draft({ mapping: { title: 'cn +' } }), who)).rejects.toMatchObject({
        side: 'settings',
        place: 'mapping.title, position 5',
      })
      await expect(browser.map(draft({ mapping: { title: 'nosuchthing' } }), who)).rejects.toMatchObject({
        code: 'unknown-attribute',
        place: 'mapping.title, position 1',
      })
      await expect(browser.map(draft(), 'nobody@nordwind.example')).rejects.toMatchObject({ code: 'user-not-found' })
      const group = `CN=Teamleitungen,OU=Sicherheit,OU=Gruppen,${company}`
      await expect(browser.map(draft(), group)).rejects.toMatchObject({ code: 'not-mapped' })
    })

    test('a picture', async () => {
      const avatar = settingsSchema.shape.avatar.unwrap().parse({ source: 'attribute', attribute: 'thumbnailPhoto' })
      const trial = await browser.picture({ ...draft(), avatar }, `CN=Martina Köhler,OU=Finanzen,OU=Hamburg,${company}`)
      expect(trial).toMatchObject({ picture: { mediaType: 'image/jpeg' } })
    })
  })

  describe('keeps its connection', () => {
    test('between questions, until it is closed', async () => {
      await Promise.all([browser.answer(draft()), browser.samples(draft(), 'A'), browser.attributes(draft())])
      await browser.containers(draft(), company)
      expect(opened).toBe(1)
      expect(directory.connections).toBe(1)
      await browser.close()
      await waitUntil('no connection is open', () => directory.connections === 0)
    })

    test('and opens another one when that was lost', async () => {
      await browser.answer(draft())
      directory.cutConnections()
      await waitUntil('no connection is open', () => directory.connections === 0)
      expect(await browser.samples(draft(), 'Anna Frey')).toHaveLength(1)
      expect(opened).toBe(2)
    })

    test('no longer than a failure to open it', async () => {
      const gone = draft({
        directory: { type: 'ad-ds', servers: ['ldap://127.0.0.1:1'], bind: { method: 'anonymous' } },
      })
      for (let turn = 1; turn <= 2; turn += 1) {
        await expect(browser.answer(gone)).rejects.toMatchObject({ side: 'directory', code: 'unreachable' })
        expect(opened).toBe(turn)
      }
    })
  })
})
