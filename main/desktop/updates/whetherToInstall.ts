import { assertNever } from '../../../app/model/assertNever.ts'
import type { NotInstalled } from '../desktopBridge.ts'

/** What decides whether a newer version is installed. */
export interface Circumstances {
  /** `windows-package` is everything on Windows that our own installer (NSIS) did not put there, like the MSI. */
  readonly installation: 'windows-installer' | 'windows-package' | 'macos' | 'linux'
  /** Whether the build says by whom an installer for Windows must be signed. */
  readonly publisher: 'named' | 'unknown'
  readonly setting: 'on' | 'off'
  /** Whose service runs for the data folder. */
  readonly service: 'own' | 'other'
}

export type Installing = { readonly kind: 'install' } | { readonly kind: 'leave'; readonly why: NotInstalled }

/**
 * Only what is signed is installed by the program itself (DC-95): on Windows where the build names the publisher, and on
 * macOS, where the system accepts nothing else. Packages for Linux carry no signature that could be looked at. What cannot
 * be changed by a person here is named before what can.
 */
export function whetherToInstall({ installation, publisher, setting, service }: Circumstances): Installing {
  switch (installation) {
    case 'linux':
    case 'windows-package':
      return { kind: 'leave', why: 'package' }
    case 'windows-installer':
      if (publisher === 'unknown') return { kind: 'leave', why: 'unsigned' }
      break
    case 'macos':
      break
    default:
      return assertNever(installation)
  }
  if (setting === 'off') return { kind: 'leave', why: 'switched-off' }
  return service === 'own' ? { kind: 'install' } : { kind: 'leave', why: 'other-service' }
}
