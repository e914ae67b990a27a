import { join } from 'node:path'

export const settingsFileName = 'settings.yaml'
/** What was replaced last. */
export const previousSettingsName = 'settings.previous.yaml'

/** Where a data folder keeps its settings. */
export function settingsPath(dataFolder: string): string {
  return join(dataFolder, settingsFileName)
}
