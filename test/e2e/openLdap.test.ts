import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SettingsInput } from '../../app/settings/schema.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { type PeopleOptions, peopleLdif } from '../services/peopleLdif.ts'
import { type Slapd, startSlapd } from '../services/slapd.ts'
import { differences } from './differences.ts'
import { nothingToDo, type RunReport } from './runReport.ts'
import { expectedOf, plainConnection, simpleBind } from './slapdAccess.ts'
import { withWorkplace } from './workplace.ts'

const people: PeopleOptions = { flavour: 'inetOrgPerson', baseDn: 'dc=example,dc=com', users: 2000, groups: 50 }
const everything: SettingsInput['selection'] = { baseDns: [people.baseDn], groups: { enabled: true } }

describeWithService('slapd', 'The whole job on OpenLDAP', () => {
  let slapd: Slapd
  beforeAll(async () => {
    slapd = await startSlapd({ baseDn: people.baseDn, ldif: peopleLdif(people) })
  })
  afterAll(() => slapd?.stop())

  const trusted = () => ({ caFile: slapd.certificates.caFile, serverName: 'localhost' })

  test('over LDAPS: dry run, apply and an empty second dry run leave what the directory says', async () => {
    const directory: SettingsInput['directory'] = {
      type: 'ldap',
      servers: [slapd.tlsUrl],
      tls: trusted(),
      bind: simpleBind(slapd),
    }
    await withWorkplace(
      { directory, password: slapd.reader.password, selection: everything },
      async ({ install, store, settings }) => {
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
        expect(differences(content, await expectedOf(slapd))).toEqual([])

        // A file that the settings name is looked for beside them.
        copyFileSync(slapd.certificates.caFile, join(install.folder, 'authority.pem'))
        const tls = { caFile: 'authority.pem', serverName: 'localhost' }
        const moved = { ...settings, directory: { ...settings.directory, tls } }
        expect(await install.run('settings', 'import', install.writeSettings('moved.yaml', moved))).toMatchObject({
          code: 0,
        })
        expect(await install.run('check')).toMatchObject({ code: 0, stderr: '' })
      },
    )
  })

  const ways: Readonly<Record<string, () => SettingsInput['directory']>> = {
    'StartTLS, simple bind': () => ({ ...plainConnection(slapd), startTls: true, tls: trusted() }),
    'plain, simple bind': () => plainConnection(slapd),
    'plain, anonymous': () => ({ ...plainConnection(slapd), bind: { method: 'anonymous' } }),
    'LDAPS, client certificate': () => {
      const { certificateFile, keyFile } = slapd.certificates.client
      const tls = { ...trusted(), certificateFile, keyFile }
      return { type: 'ldap', servers: [slapd.tlsUrl], tls, bind: { method: 'external' } }
    },
    'plain, the first of two servers being down': () => ({
      ...plainConnection(slapd),
      servers: ['ldap://127.0.0.1:1', slapd.url],
    }),
  }
  test.each(Object.keys(ways))('over %s: a sync, and an empty one after it', async (way) => {
    const directory = ways[way]?.() ?? plainConnection(slapd)
    await withWorkplace(
      { directory, password: slapd.reader.password, selection: everything },
      async ({ install, store }) => {
        const sync = await install.run('sync', '--full', '--json')
        expect(sync.code).toBe(0)
        const { users, groups } = await expectedOf(slapd)
        // Whoever is not signed in does not see the hidden person.
        const seen = directory.bind.method === 'anonymous' ? users.size - 1 : users.size
        expect(sync.json<RunReport>()).toMatchObject({
          complete: true,
          counts: { users: { create: seen, failed: 0 }, groups: { create: groups.size, failed: 0 } },
        })
        const content = await store.content()
        expect([content.users.size, content.groups.size]).toEqual([seen, groups.size])
        if (seen === users.size) expect(differences(content, { users, groups })).toEqual([])
        const again = (await install.run('dry-run', '--json')).json<RunReport>()
        expect(again.counts).toMatchObject({
          users: { ...nothingToDo, matched: seen },
          groups: { ...nothingToDo, matched: groups.size },
        })
      },
    )
  })
})
