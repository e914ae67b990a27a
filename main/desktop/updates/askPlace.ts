import { createRequire } from 'node:module'
import { join } from 'node:path'
import { app } from 'electron'
import type { AppUpdater } from 'electron-updater'
import { assertNever } from '../../../app/model/assertNever.ts'
import { isRelease } from './isRelease.ts'
import type { Updater } from './keepUpdated.ts'
import { lookAtSignature } from './lookAtSignature.ts'
import type { Circumstances } from './whetherToInstall.ts'

type Library = typeof import('electron-updater')

/** The place that app-update.yml names, asked by electron-updater. */
export function askPlace(installation: Circumstances['installation']): Updater {
  // Loading it takes a while, and most builds know no place.
  const library: Library = createRequire(join(app.getAppPath(), 'package.json'))('electron-updater')
  const updater = updaterFor(installation, library)
  // What fails is rejected here, and logged by who asked.
  updater.logger = null
  updater.autoDownload = false
  updater.allowDowngrade = false
  updater.allowPrerelease = false
  updater.disableWebInstaller = true
  // A proxy that asks for a password gets none: the look fails instead of waiting for ever.
  updater.on('login', (_proxy, answer) => answer('', ''))
  // Else each install would be known by a number of its own.
  updater.requestHeaders = { 'x-user-staging-id': 'none' }
  const fitsSystem = updater.isUpdateSupported
  updater.isUpdateSupported = (info) => isRelease(info.version) && fitsSystem(info)
  return {
    async look() {
      const found = await updater.checkForUpdates()
      return found?.isUpdateAvailable === true ? found.updateInfo.version : null
    },
    async fetch() {
      await updater.downloadUpdate()
    },
    // On macOS the system has taken over what was fetched.
    atQuit(installing) {
      updater.autoInstallOnAppQuit = installing === 'install'
    },
  }
}

function updaterFor(installation: Circumstances['installation'], library: Library): AppUpdater {
  switch (installation) {
    case 'windows-installer':
    case 'windows-package': {
      const updater = new library.NsisUpdater()
      updater.verifyUpdateCodeSignature = lookAtSignature
      return updater
    }
    case 'macos':
      return new library.MacUpdater()
    case 'linux':
      // It only looks, and looks for a deb and an AppImage alike; the one for AppImages refuses to look from a deb.
      return new library.DebUpdater()
    default:
      return assertNever(installation)
  }
}
