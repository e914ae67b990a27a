import { join } from 'node:path'

const cached = join(import.meta.dirname, '../../node_modules/.cache/electron-runtime/25.1.1/electron')

/** Where installElectron.sh puts Electron for tests, or the one that is named by hand. */
export const electronRuntime = process.env.DIRECTORY_CONNECTOR_ELECTRON || cached
