import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const installed = resolve(import.meta.dirname, '../node_modules/electron')

/** What keeps Electron from being started here, and what to do about it; or its program. */
export type ElectronHere =
  | { readonly kind: 'startable'; readonly program: string }
  | { readonly kind: 'not startable'; readonly why: string; readonly remedy: string }

export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The account is root; false on Windows. */
  readonly isRoot: boolean
}

/** Looks without loading Electron: its package would try to download it. */
export function findElectron({ platform, environment, isRoot }: Surroundings, folder = installed): ElectronHere {
  const { ELECTRON_OVERRIDE_DIST_PATH: runtime, DISPLAY, WAYLAND_DISPLAY } = environment
  const nameFile = join(folder, 'path.txt')
  const name = existsSync(nameFile) ? readFileSync(nameFile, 'utf8').trim() : programOf(platform)
  const program = join(runtime ?? join(folder, 'dist'), name)
  if (!existsSync(program))
    return {
      kind: 'not startable',
      why: 'the program of Electron was not downloaded',
      remedy: 'run `npx install-electron` where the network reaches GitHub',
    }
  if (platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY)
    return {
      kind: 'not startable',
      why: 'there is no screen (neither DISPLAY nor WAYLAND_DISPLAY is set)',
      remedy: 'run it in a graphical session',
    }
  if (platform === 'linux' && isRoot)
    return {
      kind: 'not startable',
      why: 'the window keeps its pages in a sandbox, which does not work for root',
      remedy: 'run it as another account',
    }
  return { kind: 'startable', program }
}

function programOf(platform: NodeJS.Platform): string {
  if (platform === 'win32') return 'electron.exe'
  return platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}
