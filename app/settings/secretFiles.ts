import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ConnectorError } from '../model/error.ts'
import { fileErrorCode, fileProblem } from './fileProblem.ts'
import { readSettingsFile } from './readSettingsFile.ts'
import type { SecretReference, Settings } from './schema.ts'
import { secretReferences } from './secretReferences.ts'
import { previousSettingsName } from './settingsPath.ts'

export type SecretPurpose = 'directory' | 'store' | 'avatar'

/** Secrets that the connector itself keeps, each in a file of `secrets/` in the data folder. */
export interface SecretFiles {
  /**
   * Keeps a secret in a new file that only the account of this process can read.
   * @throws ConnectorError (side connector) `secret-not-kept`
   */
  keep(purpose: SecretPurpose, value: string): Promise<SecretReference>
  /**
   * Removes those that neither `settings` nor the settings before them name. One that was kept here and was in no
   * settings yet stays: its settings are still to be saved. What cannot be removed stays.
   */
  removeUnnamed(settings: Settings): Promise<void>
}

export interface SecretFilesOptions {
  readonly dataFolder: string
  /** Closes a path to other accounts where its mode does not say so. */
  readonly protect: (path: string, kind: 'file' | 'folder') => Promise<void>
}

/** Files of other names in the folder are an administrator's own. */
const keptName = /^(?:directory|store|avatar)-[0-9a-f]{24}$/

export function secretFiles({ dataFolder, protect }: SecretFilesOptions): SecretFiles {
  const folder = join(dataFolder, 'secrets')
  const unsaved = new Set<string>()
  return {
    async keep(purpose, value) {
      const file = join(folder, `${purpose}-${randomBytes(12).toString('hex')}`)
      try {
        const made = await mkdir(folder, { recursive: true, mode: 0o700 })
        if (made !== undefined) await protect(folder, 'folder')
        await writeFile(file, '', { flag: 'wx', mode: 0o600 })
        await protect(file, 'file')
        await writeFile(file, value, { flush: true })
      } catch (error) {
        await rm(file, { force: true }).catch(() => {})
        throw error instanceof ConnectorError ? error : notKept(folder, error)
      }
      unsaved.add(file)
      return { file }
    },
    async removeUnnamed(settings) {
      const named = filesOf(settings)
      for (const file of named) unsaved.delete(file)
      for (const file of await filesOfPrevious(dataFolder)) named.add(file)
      for (const name of await namesIn(folder)) {
        const file = join(folder, name)
        if (keptName.test(name) && !named.has(file) && !unsaved.has(file))
          await rm(file, { force: true }).catch(() => {})
      }
    },
  }
}

function filesOf(settings: Settings): Set<string> {
  return new Set(secretReferences(settings).flatMap((reference) => ('file' in reference ? [reference.file] : [])))
}

/** The settings before may be of another version, or somebody's draft: then they name nothing that can be used. */
async function filesOfPrevious(dataFolder: string): Promise<ReadonlySet<string>> {
  try {
    return filesOf(await readSettingsFile(join(dataFolder, previousSettingsName)))
  } catch {
    return new Set()
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') return []
    throw notKept(folder, error)
  }
}

function notKept(folder: string, error: unknown): ConnectorError {
  return new ConnectorError({
    side: 'connector',
    code: 'secret-not-kept',
    message: `The secrets in ${folder} cannot be kept: ${fileProblem(error)}.`,
    remedy: 'Make room, or give the account of the connector the right to write there.',
    place: folder,
    cause: error,
  })
}
