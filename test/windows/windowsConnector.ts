import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CommandResult, commandResult, type RunningCommand } from '../e2e/runConnector.ts'
import { startWindows } from '../services/windows.ts'
import { windowsNode } from '../services/windowsNode.ts'
import { buildProduct } from './buildProduct.ts'

type Environment = Readonly<Record<string, string>>

/** The built product with Node.js for Windows. */
export interface WindowsConnector {
  /** Drive C: of that Windows, as a folder of this computer. */
  readonly driveC: string
  /** Runs `directory-connector WORDS` to its end. */
  run(words: readonly string[], environment?: Environment): Promise<CommandResult>
  /** Starts it. Asked to stop with SIGINT, the process gets Ctrl+C, as a service wrapper sends it. */
  start(words: readonly string[], environment?: Environment): RunningCommand
  /** Runs a program in JavaScript to its end. */
  evaluate(program: string): Promise<CommandResult>
  stop(): Promise<void>
}

export async function windowsConnector(): Promise<WindowsConnector> {
  const windows = await startWindows()
  // Only one has Windows at a time, so only one builds.
  const product = await buildProduct().catch(async (error) => {
    await windows.stop()
    throw error
  })
  const outputs = mkdtempSync(join(tmpdir(), 'connector-windows-output-'))
  let commands = 0

  const withoutKeepAlive = `--import=file:///${windowsPath(join(import.meta.dirname, 'withoutKeepAlive.js'), '/')}`

  /** Wine gives programs no pipes of this computer to write to: they write into files. */
  const startNode = (words: readonly string[], environment: Environment): RunningCommand => {
    commands += 1
    const outFile = join(outputs, `${commands}.out`)
    const errFile = join(outputs, `${commands}.err`)
    const out = openSync(outFile, 'w')
    const err = openSync(errFile, 'w')
    const child = spawn(windows.loader, [windowsNode, withoutKeepAlive, ...words], {
      cwd: windows.driveC,
      env: { ...windows.environment, NODE_DISABLE_COMPILE_CACHE: '1', ...environment },
      stdio: ['ignore', out, err],
    })
    for (const file of [out, err]) closeSync(file)
    const stdout = () => readFileSync(outFile, 'utf8')
    const stderr = () => readFileSync(errFile, 'utf8')
    const ended = once(child, 'close')
    return {
      pid: child.pid ?? 0,
      stdout,
      stderr,
      hasEnded: () => child.exitCode !== null || child.signalCode !== null,
      stop: (signal = 'SIGINT') => void child.kill(signal),
      ended: ended.then(() => commandResult(words, child.exitCode ?? -1, stdout(), stderr())),
    }
  }
  const start: WindowsConnector['start'] = (words, environment = {}) =>
    startNode([windowsPath(join(product, 'main/cli.js'), '\\'), ...words], environment)
  return {
    driveC: windows.driveC,
    start,
    run: (words, environment) => start(words, environment).ended,
    evaluate: (program) => startNode(['--input-type=module', '--eval', program], {}).ended,
    async stop() {
      await windows.stop()
      rmSync(outputs, { recursive: true, force: true })
    },
  }
}

/** Drive Z: is this computer. */
function windowsPath(path: string, separator: '/' | '\\'): string {
  return `Z:${path}`.replaceAll('/', separator)
}
