import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installationHere } from '../../../../main/desktop/updates/installationHere.ts'

test('what our installer for Windows put there is told from what a package did', () => {
  const folder = mkdtempSync(join(tmpdir(), 'connector-installed-'))
  const program = join(folder, 'Directory Connector.exe')
  expect(installationHere('win32', program)).toBe('windows-package')
  writeFileSync(join(folder, 'Uninstall Directory Connector.exe'), '')
  expect(installationHere('win32', program)).toBe('windows-installer')
  expect(installationHere('darwin', program)).toBe('macos')
  expect(installationHere('linux', program)).toBe('linux')
  rmSync(folder, { recursive: true, force: true })
})
