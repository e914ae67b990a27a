import { readFile } from 'node:fs/promises'
import { parseDocument } from 'yaml'
import { absolutePaths } from './absolutePaths.ts'
import { type SettingsValue, settingsChanges } from './diffSettings.ts'
import { formatSettings } from './formatSettings.ts'
import { parseSettings } from './parseSettings.ts'
import { saveSettingsText } from './saveSettingsText.ts'
import type { Settings } from './schema.ts'
import { settingsDigest } from './settingsDigest.ts'
import { settingsPath } from './settingsPath.ts'

/**
 * Makes `settings` of the ones that are there (`before`, null for none), and leaves everything else in the file as somebody
 * wrote it, comments included; where that cannot be done, the whole file is written anew. Saves like `saveSettings`.
 */
export async function replaceSettings(dataFolder: string, before: Settings | null, settings: Settings): Promise<void> {
  const text = (before && (await editedText(dataFolder, before, settings))) ?? formatSettings(settings)
  await saveSettingsText(dataFolder, text)
}

/** Null when the file is written in a way that single settings cannot be changed in it. */
async function editedText(dataFolder: string, before: Settings, settings: Settings): Promise<string | null> {
  const path = settingsPath(dataFolder)
  const text = await readFile(path, 'utf8')
  const changes = settingsChanges(before, settings)
  if (changes.length === 0) return text
  try {
    const document = parseDocument(text)
    for (const change of changes) {
      if (change.kind === 'removed') document.deleteIn(change.keys)
      else document.setIn(change.keys, isSingle(change.after) ? change.after : document.createNode(change.after))
    }
    const edited = document.toString({ lineWidth: 0 })
    const result = absolutePaths(parseSettings(edited, path), dataFolder)
    return settingsDigest(result) === settingsDigest(settings) ? edited : null
  } catch {
    return null
  }
}

/** A single value takes the place of another one, and what was written beside that stays. */
function isSingle(value: SettingsValue): boolean {
  return typeof value !== 'object' || value === null
}
