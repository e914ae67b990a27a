import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { app } from 'electron'
import { defaultDataFolder } from '../cli/systemTerminal.ts'

/**
 * Each data folder has a window of its own, so what the window keeps (its place, and Chromium's files) is kept apart for
 * each: below `userData`, but for the data folder of the install.
 */
export function separateProfile(dataFolder: string): void {
  if (dataFolder === defaultDataFolder()) return
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
  app.setPath('userData', join(app.getPath('userData'), 'windows', name))
}
