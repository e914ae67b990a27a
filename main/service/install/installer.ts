import { ConnectorError } from '../../../app/model/error.ts'
import type { Settings } from '../../../app/settings/schema.ts'
import { linuxInstaller } from './linuxInstaller.ts'
import { windowsInstaller } from './windowsInstaller.ts'

export interface InstallOptions {
  /** Of the service; another one for each further data folder. */
  readonly name: string
  readonly dataFolder: string
  readonly settings: Settings
  /** Account of the service; where it is left out, the owner of the data folder. Linux only. */
  readonly user?: string | undefined
  /** The executable of WinSW. Windows only. */
  readonly wrapper?: string | undefined
}

/** Registers the service with the operating system. All but `definition` throw ConnectorError (side connector). */
export interface Installer {
  /** The unit or definition as it would be written. */
  definition(): string
  /** @returns what was done and what is left to do, one sentence each */
  install(): Promise<readonly string[]>
  uninstall(): Promise<readonly string[]>
}

/** @throws ConnectorError `no-service-manager` on a system that neither systemd nor WinSW is for */
export function installer(options: InstallOptions): Installer {
  if (process.platform === 'linux') return linuxInstaller(options)
  if (process.platform === 'win32') return windowsInstaller(options)
  throw new ConnectorError({
    side: 'connector',
    code: 'no-service-manager',
    message: `There is no service definition for ${process.platform}.`,
    remedy: 'Let the service manager of the system run `service run`.',
  })
}
