import module from 'node:module'
import { parseArgs } from 'node:util'

module.enableCompileCache()
if (!('AsyncDisposableStack' in globalThis)) await import('./olderNode.ts')

/** The background service as a process of its own: what a service manager or the desktop starts. */
const { systemTerminal } = await import('./cli/systemTerminal.ts')
const { values } = parseArgs({
  options: { 'data-dir': { type: 'string' }, 'wait-for-settings': { type: 'boolean', default: false } },
})
const { 'data-dir': dataDir, 'wait-for-settings': waits } = values
const terminal = systemTerminal(dataDir === undefined ? {} : { dataDir })
try {
  const { startService } = await import('./service/startService.ts')
  await startService(terminal, undefined, waits ? 'wait' : 'refuse')
} catch (error) {
  const { printError } = await import('./cli/printError.ts')
  printError(error, terminal)
  process.exitCode = 1
}
