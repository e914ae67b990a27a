import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { editSettings } from '../../app/settings/settingsFile.ts'

const text = `# Ask Kim before you change this.
version: 1
name: hq # the old one
directory: { type: ldap, servers: ["ldaps://dc"], bind: { method: anonymous } }
store:
  url: https://store.example.com/scim
  auth: { method: bearer, token: { file: token.txt } }
selection:
  baseDns:
    # The whole company.
    - dc=example
`

describe('Changing single settings', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'connector-edit-'))
    file = join(folder, 'settings.yaml')
    writeFileSync(file, text)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('leaves everything else as it was written, comments and relative paths included', async () => {
    const settings = await editSettings(folder, [
      { path: ['schedule', 'full'], value: '0 3 * * 6' },
      { path: ['schedule', 'incremental'], value: null },
    ])
    expect(settings.schedule).toMatchObject({ full: '0 3 * * 6', incremental: null })
    const changed = readFileSync(file, 'utf8')
    for (const kept of ['# Ask Kim', '# the old one', '# The whole company.', 'file: token.txt'])
      expect(changed).toContain(kept)
    expect(readFileSync(join(folder, 'settings.previous.yaml'), 'utf8')).toBe(text)
  })

  test('is refused where the file would not be valid any more', async () => {
    const wrong = editSettings(folder, [{ path: ['schedule', 'full'], value: 'at midnight' }])
    await expect(wrong).rejects.toMatchObject({ side: 'settings', code: 'invalid-settings' })
    expect(readFileSync(file, 'utf8')).toBe(text)
  })
})
