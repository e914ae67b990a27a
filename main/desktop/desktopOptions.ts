import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultDataFolder } from '../cli/systemTerminal.ts'

export interface DesktopOptions {
  readonly dataFolder: string
  /** The Node.js that runs a service of the window's own; null when Electron's does. */
  readonly node: string | null
  /** `tray`: without a window, as at the start of a session. */
  readonly begin: 'window' | 'tray'
}

/** The oldest Node.js that the service runs on. */
const oldestNode = 22

/**
 * Reads the words that the program was started with and DIRECTORY_CONNECTOR_NODE; the data folder is found as the command
 * line finds it. Words that are not ours are Chromium's.
 */
export function desktopOptions(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  electronsNode: string,
): DesktopOptions {
  const { values } = parseArgs({
    args: [...words],
    options: { 'data-dir': { type: 'string' }, tray: { type: 'boolean' } },
    strict: false,
  })
  const dataDir = values['data-dir']
  const ownNode = Number.parseInt(electronsNode, 10) < oldestNode ? 'node' : null
  return {
    dataFolder: resolve(typeof dataDir === 'string' ? dataDir : defaultDataFolder()),
    node: environment.DIRECTORY_CONNECTOR_NODE || ownNode,
    begin: values.tray === true ? 'tray' : 'window',
  }
}
