import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import type { UpdateNews } from '../desktopBridge.ts'
import { askPlace } from './askPlace.ts'
import { installationHere } from './installationHere.ts'
import { type KeptUpdated, keepUpdated, type Updater } from './keepUpdated.ts'
import { readUpdatePlace } from './readUpdatePlace.ts'
import { type Circumstances, whetherToInstall } from './whetherToInstall.ts'

export interface UpdateOptions {
  setting(): Circumstances['setting']
  service(): Circumstances['service']
  tell(news: UpdateNews): void
}

const nothingToKeep: KeptUpdated = { reconsider() {}, quit() {} }
const dayMilliseconds = 24 * 60 * 60 * 1000

/**
 * Looks for newer versions now and once a day, where the program is installed and knows a place for them (DC-95). Whatever
 * is wrong with that keeps nobody from working: it never throws.
 */
export function startUpdates({ setting, service, tell }: UpdateOptions): KeptUpdated {
  const place = readUpdatePlace(join(process.resourcesPath, 'app-update.yml'))
  if (!app.isPackaged || place.kind !== 'known') {
    if (app.isPackaged && place.kind === 'unusable') updateLog(place.why)
    tell({ kind: 'no-place' })
    return nothingToKeep
  }
  const installation = installationHere(process.platform, process.execPath)
  const publisher = place.publishers.length > 0 ? 'named' : 'unknown'
  let updater: Updater
  try {
    updater = askPlace(installation)
  } catch (error) {
    updateLog(`Nothing can look for newer versions: ${error instanceof Error ? error.message : error}`)
    tell({ kind: 'failed' })
    return nothingToKeep
  }
  return keepUpdated({
    updater,
    decide: () => whetherToInstall({ installation, publisher, setting: setting(), service: service() }),
    tell,
    log: updateLog,
    everyMilliseconds: dayMilliseconds,
  })
}

/** Beside the window's other files: the log of the data folder belongs to the service. At most a few lines a day. */
function updateLog(trouble: string): void {
  console.error(trouble)
  try {
    appendFileSync(join(app.getPath('userData'), 'updates.log'), `${new Date().toISOString()} ${trouble}\n`)
  } catch {
    // A log that cannot be written is no reason for anything else to fail.
  }
}
