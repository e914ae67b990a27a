import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { SettingsInput } from '../../app/settings/schema.ts'
import { type CommandResult, type RunningCommand, runConnector, startConnector } from './runConnector.ts'

/** One install of the product: a folder with a settings file and, once `init` has run, a data folder. */
export interface Install {
  readonly folder: string
  readonly dataFolder: string
  readonly settingsFile: string
  /** Runs a command on the data folder. */
  run(...words: readonly string[]): Promise<CommandResult>
  /** Starts a command on the data folder that is ended by the test. */
  start(...words: readonly string[]): RunningCommand
  /** The same install with further environment variables; an empty one counts as not set. */
  withEnvironment(environment: Readonly<Record<string, string>>): Install
  /** Writes a settings file beside the first one and gives its path. */
  writeSettings(name: string, settings: unknown): string
  remove(): void
}

/** Makes a new install. `environment` holds the secrets that the settings name. */
export function makeInstall(settings: SettingsInput, environment: Readonly<Record<string, string>>): Install {
  const folder = mkdtempSync(join(tmpdir(), 'connector-e2e-'))
  const dataFolder = join(folder, 'data')
  const writeSettings = (name: string, content: unknown) => {
    const file = join(folder, name)
    writeFileSync(file, typeof content === 'string' ? content : stringify(content))
    return file
  }
  const settingsFile = writeSettings('settings.yaml', settings)
  const withEnvironment = (variables: Readonly<Record<string, string>>): Install => ({
    folder,
    dataFolder,
    settingsFile,
    run: (...words) => runConnector(['--data-dir', dataFolder, ...words], variables),
    start: (...words) => startConnector(['--data-dir', dataFolder, ...words], variables),
    withEnvironment: (further) => withEnvironment({ ...variables, ...further }),
    writeSettings,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  })
  return withEnvironment(environment)
}
