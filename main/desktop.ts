import { app } from 'electron'
import { desktopOptions } from './desktop/desktopOptions.ts'
import { openDesktop } from './desktop/openDesktop.ts'
import { registerPageScheme } from './desktop/registerPageScheme.ts'
import { separateProfile } from './desktop/separateProfile.ts'

/**
 * The desktop program: window, tray and menu for the service of a data folder. A second start shows the window of the
 * first.
 */
const options = desktopOptions(process.argv.slice(1), process.env, process.versions.node)
registerPageScheme()
separateProfile(options.dataFolder)
if (app.requestSingleInstanceLock()) openDesktop(options)
else app.quit()
