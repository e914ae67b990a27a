import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { exitCode } from '../cli/exitCode.ts'
import { noDataFolder } from '../cli/noDataFolder.ts'
import type { Terminal } from '../cli/terminal.ts'
import { untilStopped } from '../cli/untilStopped.ts'
import { runService } from './runService.ts'

/** Runs the service until this process is asked to end, and ends it. */
export async function startService(terminal: Terminal): Promise<never> {
  const { dataFolder } = terminal
  if (!existsSync(join(dataFolder, 'settings.yaml'))) throw noDataFolder(dataFolder)
  await runService({
    dataFolder,
    environment: process.env,
    stopped: untilStopped(),
    ready(address) {
      if (terminal.json) terminal.printJson({ pid: process.pid, address })
      else terminal.print(`The service of ${dataFolder} runs (process ${process.pid}). Ctrl+C ends it.`)
    },
  })
  // A run that could not be ended in time would keep the process.
  process.exit(exitCode.done)
}
