import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { answered } from '../app/api/remote/remoteAnswer.ts'
import { printError } from '../main/cli/printError.ts'
import { systemTerminal } from '../main/cli/systemTerminal.ts'
import type { Terminal } from '../main/cli/terminal.ts'
import { builtPages } from '../main/service/browser/builtPages.ts'
import { findService } from '../main/service/findService.ts'
import { startService } from '../main/service/startService.ts'
import { findElectron } from './findElectron.ts'

/**
 * `npm start`: builds, and opens the desktop app. Where Electron cannot start it says why and what would help, and opens the
 * same pages to a browser of this computer. `npm start -- --data-dir DIR` chooses the data folder; left out, it is the one
 * that the command line takes.
 */
const root = resolve(import.meta.dirname, '..')
const { values } = parseArgs({ options: { 'data-dir': { type: 'string' } } })
const dataDir = values['data-dir']
const terminal = systemTerminal(dataDir === undefined ? {} : { dataDir })

const built = spawnSync(process.execPath, [resolve(root, 'build/build.ts')], { stdio: 'inherit' })
if (built.status !== 0) process.exit(built.status ?? 1)

const { platform, env: environment } = process
const electron = findElectron({ platform, environment, isRoot: process.getuid?.() === 0 })
if (electron.kind === 'not startable') {
  terminal.tell(`The desktop app cannot start here: ${electron.why}. To have it, ${electron.remedy}.`)
  await openToBrowser(terminal)
} else {
  const child = spawn(electron.program, [root, '--data-dir', terminal.dataFolder], { stdio: 'inherit' })
  const code = await once(child, 'close').then(
    ([ended]) => ended as number | null,
    (error: Error) => error.message,
  )
  if (code !== 0) {
    terminal.tell(`The desktop app ended with ${code}; what it printed above says why.`)
    await openToBrowser(terminal)
  }
}

async function openToBrowser({ dataFolder }: Terminal): Promise<void> {
  terminal.tell('A browser of this computer shows the same pages:')
  try {
    const found = await findService(dataFolder)
    if (found)
      terminal.print(
        `Open it in a browser (works once, for ten minutes): ${await answered(found.client.browserLink.mutate())}`,
      )
    else await startService(terminal, { address: { host: '127.0.0.1', port: 0 }, pageFolder: builtPages() }, 'wait')
  } catch (error) {
    printError(error, terminal)
    process.exitCode = 1
  }
}
