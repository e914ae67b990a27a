import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SettingsInput } from '../../app/settings/schema.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { type SambaAd, startSambaAd } from '../services/sambaAd.ts'
import { type Install, makeInstall } from './install.ts'
import { startStore, type TestStore } from './startStore.ts'

describeWithService('samba', 'Active Directory that wants strong authentication', () => {
  let samba: SambaAd
  let store: TestStore
  let install: Install
  let settings: SettingsInput
  const folder = mkdtempSync(join(tmpdir(), 'connector-e2e-strong-'))

  beforeAll(async () => {
    samba = await startSambaAd({ requireStrongAuth: 'yes' })
    store = await startStore(folder)
    settings = {
      version: 1,
      name: 'hq',
      directory: {
        type: 'ad-ds',
        servers: [samba.url],
        bind: { method: 'simple', user: samba.admin.downLevelName, password: { env: 'DIRECTORY_PASSWORD' } },
      },
      store: { url: store.url, auth: { method: 'bearer', token: { env: 'STORE_TOKEN' } } },
      selection: { baseDns: [samba.baseDn] },
    }
    install = makeInstall(settings, { DIRECTORY_PASSWORD: samba.admin.password, STORE_TOKEN: store.token })
  }, 600_000)
  afterAll(async () => {
    install?.remove()
    await store?.close()
    rmSync(folder, { recursive: true, force: true })
    await samba?.stop()
  })

  test('refuses a password on a plain connection, which is warned of before and explained after', async () => {
    const init = await install.run('init', '--settings', install.settingsFile)
    expect(init).toMatchObject({ code: 0, stderr: '' })
    expect(init.stdout).toMatch(/WARNING .*not encrypted/)
    const refused = await install.run('dry-run')
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toMatch(/^Error \(directory\): /)
    expect(refused.stderr).toMatch(/What to do: .*(ldaps|StartTLS)/i)
  })

  test('takes it on the same port once StartTLS is switched on', async () => {
    const tls = { caFile: samba.caFile, serverName: samba.serverName }
    const directory = { ...settings.directory, startTls: true, tls }
    const file = install.writeSettings('startTls.yaml', { ...settings, directory })
    expect(await install.run('settings', 'import', file)).toMatchObject({ code: 0, stderr: '' })
    expect(await install.run('check')).toMatchObject({ code: 0, stderr: '' })
    const plan = await install.run('dry-run')
    expect(plan).toMatchObject({ code: 0, stderr: '' })
    expect(plan.stdout).toContain('Read complete')
    expect(plan.stdout).not.toContain('not encrypted')
  })
})
