import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { SettingsInput } from '../../app/settings/schema.ts'
import type { CommandResult, RunningCommand } from '../e2e/runConnector.ts'
import { waitUntil } from '../services/waitUntil.ts'
import type { WindowsConnector } from './windowsConnector.ts'

/** An install of the product on Windows. */
export interface WindowsInstall {
  /** The data folder as a folder of this computer. */
  readonly dataFolder: string
  /** Runs a command on the data folder to its end, without any secret. */
  run(...words: readonly string[]): Promise<CommandResult>
  /** The same with the secrets that the settings name. */
  runWithSecrets(...words: readonly string[]): Promise<CommandResult>
  /** Starts `service run` and waits until it takes requests. */
  startService(): Promise<RunningCommand>
  remove(): void
}

export interface WindowsInstallOptions {
  readonly connector: WindowsConnector
  readonly settings: SettingsInput
  readonly secrets: Readonly<Record<string, string>>
  /** Below `C:\`, with `\` between its parts. */
  readonly folder: string
  /** `default` gives no command the data folder: `folder` must be the one of the system then. */
  readonly named: 'always' | 'default'
}

/** Makes a data folder on drive C: from a settings file as the editor of Windows saves it: byte order mark and CRLF. */
export async function windowsInstall(options: WindowsInstallOptions): Promise<WindowsInstall> {
  const { connector, settings, secrets, folder, named } = options
  const dataFolder = join(connector.driveC, ...folder.split('\\'))
  const option = named === 'always' ? ['--data-dir', `C:\\${folder}`] : []
  const run: WindowsInstall['run'] = (...words) => connector.run([...option, ...words])
  const install: WindowsInstall = {
    dataFolder,
    run,
    runWithSecrets: (...words) => connector.run([...option, ...words], secrets),
    async startService() {
      const service = connector.start([...option, 'service', 'run'], secrets)
      await waitUntil('the service runs', () => service.stdout().includes('runs (process') || service.hasEnded(), 60)
      if (service.hasEnded()) throw new Error(`The service ended at once: ${service.stderr()}`)
      return service
    },
    remove: () => rmSync(dataFolder, { recursive: true, force: true }),
  }
  install.remove()
  const given = join(connector.driveC, 'Eigene Dateien')
  mkdirSync(given, { recursive: true })
  const text = `# Geprüft von Käthe\n${stringify(settings)}`
  writeFileSync(join(given, 'Übernahme.yaml'), `\uFEFF${text.replaceAll('\n', '\r\n')}`)
  const init = await run('init', '--settings', 'C:\\Eigene Dateien\\Übernahme.yaml')
  if (init.code !== 0) throw new Error(`init ended with ${init.code}: ${init.stderr}`)
  return install
}
