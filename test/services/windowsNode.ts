import { join } from 'node:path'

/** Node.js for Windows, where installWindows.sh puts it. */
export const windowsNode = join(import.meta.dirname, '../../node_modules/.cache/windows-node/22.22.2/node.exe')
