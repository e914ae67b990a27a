import { existsSync } from 'node:fs'
import { settingsPath } from '../../app/settings/settingsPath.ts'
import { exitCode } from '../cli/exitCode.ts'
import { noDataFolder } from '../cli/noDataFolder.ts'
import type { Terminal } from '../cli/terminal.ts'
import { untilStopped } from '../cli/untilStopped.ts'
import { prepareDataFolder } from '../compose.ts'
import { protectPath } from '../protectPath.ts'
import { systemClock } from '../systemClock.ts'
import { type BrowserAccess, runService } from './runService.ts'
import { untilParentStops } from './untilParentStops.ts'

/**
 * Runs the service until this process is asked to end, and ends it.
 * @param browser where browsers are served too, and with what; undefined: they are not
 * @param withoutSettings what to do on a data folder without settings; `wait` makes the folder where there is none
 */
export async function startService(
  terminal: Terminal,
  browser: BrowserAccess | undefined,
  withoutSettings: 'refuse' | 'wait',
): Promise<never> {
  const { dataFolder } = terminal
  if (withoutSettings === 'refuse' && !existsSync(settingsPath(dataFolder))) throw noDataFolder(dataFolder)
  if (!existsSync(dataFolder)) {
    prepareDataFolder(dataFolder, systemClock.now())
    await protectPath(dataFolder, 'folder')
  }
  await runService({
    dataFolder,
    environment: process.env,
    withoutSettings,
    stopped: Promise.race([untilStopped(), untilParentStops()]),
    ...(browser && { browser }),
    ready({ address, link }) {
      if (terminal.json) terminal.printJson({ pid: process.pid, address, ...(link !== null && { link }) })
      else {
        terminal.print(`The service of ${dataFolder} runs (process ${process.pid}). Ctrl+C ends it.`)
        if (link !== null)
          terminal.print(`Open it in a browser of this computer (works once, for ten minutes): ${link}`)
      }
    },
  })
  // A run that could not be ended in time would keep the process.
  process.exit(exitCode.done)
}
