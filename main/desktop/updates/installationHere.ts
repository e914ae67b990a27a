import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Circumstances } from './whetherToInstall.ts'

/** By what the program was put here. Our installer for Windows leaves an uninstaller beside the program, the MSI does not. */
export function installationHere(platform: NodeJS.Platform, program: string): Circumstances['installation'] {
  if (platform === 'darwin') return 'macos'
  if (platform !== 'win32') return 'linux'
  const uninstaller = join(dirname(program), `Uninstall ${basename(program)}`)
  return existsSync(uninstaller) ? 'windows-installer' : 'windows-package'
}
