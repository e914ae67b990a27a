import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ConnectorError } from '../model/error.ts'
import { fileErrorCode, fileProblem } from './fileProblem.ts'
import { previousSettingsName, settingsFileName, settingsPath } from './settingsPath.ts'

/**
 * Puts the text of settings into a data folder that exists, and keeps what it replaces beside it as
 * `settings.previous.yaml`; the same text changes nothing. At every moment, even when the power goes, a whole file is
 * there: the old or the new one.
 *
 * Throws ConnectorError (connector, `settings-not-saved`); the settings are then what they were.
 */
export async function saveSettingsText(dataFolder: string, text: string): Promise<void> {
  const path = settingsPath(dataFolder)
  const temporary = join(dataFolder, `${settingsFileName}.${process.pid}.tmp`)
  const temporaryPrevious = join(dataFolder, `${previousSettingsName}.${process.pid}.tmp`)
  try {
    const replaced = await currentText(path)
    if (replaced === text) return
    await writeDurably(temporary, text)
    if (replaced !== undefined) {
      await writeDurably(temporaryPrevious, replaced)
      await rename(temporaryPrevious, join(dataFolder, previousSettingsName))
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
