import { checkLive } from '../../../app/api/configuration/checkLive.ts'
import { companyAccount, companyBaseDn, companyEntries } from '../../../app/demo/directory/companyEntries.ts'
import { type EmbeddedDirectory, startEmbeddedDirectory } from '../../../app/demo/directory/startEmbeddedDirectory.ts'
import { ConnectorError } from '../../../app/model/error.ts'
import type { SettingsInput } from '../../../app/settings/schema.ts'
import { ldapSource } from '../../../app/source/ldap/ldapSource.ts'
import { allOf } from '../../fakes/allOf.ts'
import { fakeTarget } from '../../fakes/fakeTarget.ts'
import { waitUntil } from '../../services/waitUntil.ts'

describe('A live check', () => {
  let directory: EmbeddedDirectory
  let password = companyAccount.password
  beforeAll(async () => {
    const entries = await companyEntries()
    directory = await startEmbeddedDirectory({ entries, kind: 'ad-ds', users: [companyAccount] })
  })
  beforeEach(() => {
    password = companyAccount.password
  })
  afterAll(() => directory.close())

  const check = (side: 'directory' | 'store', draft: unknown) =>
    checkLive(
      {
        dataFolder: '/nowhere',
        loadSettings: async () => {
          throw new ConnectorError({ side: 'settings', code: 'not-set-up', message: 'Nothing yet.', remedy: 'Begin.' })
        },
        openSource: async ({ directory: { bind, ...rest } }) =>
          ldapSource({
            ...rest,
            bind: bind.method === 'simple' ? { method: 'simple', user: bind.user, password } : bind,
          }),
        openTarget: async () => fakeTarget(),
      },
      side,
      draft as SettingsInput | null,
    )
  const draft = (changes: Record<string, unknown> = {}) => ({
    directory: {
      type: 'ad-ds',
      servers: [directory.url],
      bind: { method: 'simple', user: companyAccount.dn, password: { env: 'X' } },
    },
    ...changes,
  })
  const levels = async (side: 'directory' | 'store', wanted: unknown) =>
    (await allOf(check(side, wanted))).map(({ finding }) => `${finding.level} ${finding.subject}`)

  test('tells one finding after the other while it goes on, and ends when nobody listens', async () => {
    const findings = check('directory', draft())
    const first = await findings.next()
    expect(first.value).toMatchObject({ side: 'directory', finding: { level: 'ok', subject: 'name 127.0.0.1' } })
    expect(directory.connections).toBe(0)
    const second = await findings.next()
    expect(second.value).toMatchObject({ finding: { subject: `connection ${directory.url}` } })
    await findings.return()
    await waitUntil('no connection is open', () => directory.connections === 0)
  })

  test('needs of a draft only what concerns the side', async () => {
    const said = await levels('directory', draft())
    expect(said).toContain(`ok bind ${directory.url}`)
    expect(said.at(-1)).toBe(`ok base ${companyBaseDn}`)
    expect(await levels('store', draft())).toEqual(['error store'])
  })

  test('looks at the domain while nobody has chosen bases yet, as on the way through the first start', async () => {
    const said = await levels('directory', draft({ selection: { baseDns: [] } }))
    expect(said).toEqual(expect.arrayContaining([`ok base ${companyBaseDn}`, 'ok filters and mapping', 'ok changes']))
    expect(said.filter((each) => each.startsWith('error'))).toEqual([])
  })

  test('looks at bases, filters, expressions and changes once they are chosen', async () => {
    const said = await levels('directory', draft({ selection: { baseDns: [companyBaseDn] } }))
    expect(said).toEqual(expect.arrayContaining([`ok base ${companyBaseDn}`, 'ok filters and mapping', 'ok changes']))
  })

  test('names the place of what is wrong in the draft', async () => {
    const selection = { baseDns: [companyBaseDn], users: { filter: '(a=b' } }
    const said = await levels('directory', draft({ selection, mapping: { title: 'nosuch(' } }))
    expect(said).toEqual(expect.arrayContaining(['error selection.users.filter, position 5']))
    expect(said.at(-1)).toMatch(/^error mapping\.title, position \d$/)
    expect(await levels('directory', { directory: { type: 'x' } })).toContain('error directory.type')
    expect(await levels('directory', null)).toEqual(['error directory'])
  })

  test('stops at a sign-in that is refused', async () => {
    password = 'wrong'
    const said = await levels('directory', draft({ selection: { baseDns: [companyBaseDn] } }))
    expect(said.at(-1)).toBe(`error bind ${directory.url}`)
  })
})
