import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { ConnectorError } from '../model/error.ts'
import { fileErrorCode, fileProblem } from './fileProblem.ts'
import { formatSettings } from './formatSettings.ts'
import { parseSettings } from './parseSettings.ts'
import { readSettingsFile } from './readSettingsFile.ts'
import type { Settings } from './schema.ts'

const fileName = 'settings.yaml'
const previousName = 'settings.previous.yaml'

/** The settings of a data folder. Throws what `readSettingsFile` throws. */
export async function loadSettings(dataFolder: string): Promise<Settings> {
  return readSettingsFile(join(dataFolder, fileName))
}

/**
 * Saves settings into a data folder that exists, and keeps those it replaces beside them as `settings.previous.yaml`;
 * equal settings change nothing.
 * At every moment, even when the power goes, a whole settings file is there: the old or the new one.
 *
 * Throws ConnectorError (connector, `settings-not-saved`); the settings are then what they were.
 */
export async function saveSettings(dataFolder: string, settings: Settings): Promise<void> {
  await saveText(dataFolder, formatSettings(settings))
}

/** A setting by the keys that lead to it; `value` is written as it is, null included. */
export interface SettingEdit {
  readonly path: readonly string[]
  readonly value: string | null
}

/**
 * Changes single settings and leaves everything else in the file as somebody wrote it, comments included. Saves like
 * `saveSettings`, and gives back the settings as they are now.
 *
 * Throws besides ConnectorError (settings, `invalid-settings`) when the file would not be valid any more; it is then what
 * it was.
 */
export async function editSettings(dataFolder: string, edits: readonly SettingEdit[]): Promise<Settings> {
  const path = join(dataFolder, fileName)
  await loadSettings(dataFolder)
  const document = parseDocument(await readFile(path, 'utf8'))
  for (const { path: keys, value } of edits) document.setIn(keys, value)
  const text = document.toString({ lineWidth: 0 })
  parseSettings(text, path)
  await saveText(dataFolder, text)
  return loadSettings(dataFolder)
}

async function saveText(dataFolder: string, text: string): Promise<void> {
  const path = join(dataFolder, fileName)
  const temporary = join(dataFolder, `${fileName}.${process.pid}.tmp`)
  const temporaryPrevious = join(dataFolder, `${previousName}.${process.pid}.tmp`)
  try {
    const replaced = await currentText(path)
    if (replaced === text) return
    await writeDurably(temporary, text)
    if (replaced !== undefined) {
      await writeDurably(temporaryPrevious, replaced)
      await rename(temporaryPrevious, join(dataFolder, previousName))
    }
    await rename(temporary, path)
    await syncFolder(dataFolder)
  } catch (error) {
    await Promise.all([temporary, temporaryPrevious].map((file) => rm(file, { force: true })))
    throw new ConnectorError({
      side: 'connector',
      code: 'settings-not-saved',
      message: `The settings cannot be saved in ${dataFolder}: ${fileProblem(error)}.`,
      remedy: 'Make room or correct the rights of the folder, and save again; the settings are what they were.',
      place: path,
      cause: error,
    })
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes the renames themselves survive a power cut; Windows offers no such call for folders. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function currentText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') return undefined
    throw error
  }
}
