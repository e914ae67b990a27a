import { createHash } from 'node:crypto'
import { ConnectorError } from '../model/error.ts'
import { absolutePaths } from './absolutePaths.ts'
import { formatSettings } from './formatSettings.ts'
import { parseSettings } from './parseSettings.ts'
import { readSettingsText } from './readSettingsFile.ts'
import { saveSettingsText } from './saveSettingsText.ts'
import type { Settings } from './schema.ts'
import { settingsPath } from './settingsPath.ts'

/** Settings as they stand in a data folder. */
export interface StoredSettings {
  readonly settings: Settings
  /** SHA-256 (64 hexadecimal digits) of the text of the file. */
  readonly revision: string
}

/** The settings of a data folder; null when there are none yet. Throws what `readSettingsFile` throws. */
export async function findSettings(dataFolder: string): Promise<StoredSettings | null> {
  const path = settingsPath(dataFolder)
  const text = await readSettingsText(path)
  if (text === null) return null
  return { settings: absolutePaths(parseSettings(text, path), dataFolder), revision: revisionOf(text) }
}

/**
 * The settings of a data folder. Throws what `readSettingsFile` throws, and ConnectorError (settings, `not-set-up`) when
 * there are none yet.
 */
export async function loadSettings(dataFolder: string): Promise<Settings> {
  const found = await findSettings(dataFolder)
  if (found) return found.settings
  throw new ConnectorError({
    side: 'settings',
    code: 'not-set-up',
    message: `Nothing is set up yet: ${dataFolder} has no settings.yaml.`,
    remedy: 'Go through the first steps in the window, or make the data folder with `init --settings FILE`.',
    place: dataFolder,
  })
}

/**
 * Saves settings into a data folder that exists, and keeps those it replaces beside them as `settings.previous.yaml`;
 * equal settings change nothing.
 * At every moment, even when the power goes, a whole settings file is there: the old or the new one.
 *
 * Throws ConnectorError (connector, `settings-not-saved`); the settings are then what they were.
 */
export async function saveSettings(dataFolder: string, settings: Settings): Promise<void> {
  await saveSettingsText(dataFolder, formatSettings(settings))
}

function revisionOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
