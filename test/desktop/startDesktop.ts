import { once } from 'node:events'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { electronRuntime } from '../services/electronRuntime.ts'

export interface DesktopOptions {
  /** The folder of the program. */
  readonly product: string
  readonly dataFolder: string
  /** Where the program keeps what is its own. */
  readonly profile: string
  readonly display: string
  readonly environment?: Readonly<Record<string, string>>
}

/** The desktop program, in a real Electron. */
export interface Desktop {
  readonly app: ElectronApplication
  readonly page: Page
  readonly pid: number
  /** What it printed so far on standard error. */
  stderr(): string
  hasEnded(): boolean
  readonly ended: Promise<unknown>
  /** Ends it, whatever it is doing. */
  kill(): Promise<void>
}

/** The words and the environment that the program is started with. */
export function desktopCommand({ product, dataFolder, profile, display, environment }: DesktopOptions) {
  return {
    program: electronRuntime,
    // Root may not use Chromium's sandbox, and the display has no graphics card.
    words: ['--no-sandbox', '--disable-gpu', product, '--data-dir', dataFolder],
    environment: {
      PATH: process.env.PATH ?? '',
      HOME: profile,
      XDG_CONFIG_HOME: join(profile, 'config'),
      DISPLAY: display,
      DIRECTORY_CONNECTOR_NODE: join(import.meta.dirname, '../../node_modules/.bin/node'),
      ...environment,
    },
  }
}

/** Starts it and waits for its window. */
export async function startDesktop(options: DesktopOptions): Promise<Desktop> {
  const { program, words, environment } = desktopCommand(options)
  const app = await _electron.launch({ executablePath: program, args: words, env: environment, timeout: 60_000 })
  const child = app.process()
  let stderr = ''
  child.stderr?.on('data', (data: Buffer) => {
    stderr += data.toString()
  })
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  const ended = hasEnded() ? Promise.resolve() : once(child, 'exit')
  return {
    app,
    page: await app.firstWindow(),
    pid: child.pid ?? 0,
    stderr: () => stderr,
    hasEnded,
    ended,
    async kill() {
      if (hasEnded()) return
      child.kill('SIGKILL')
      await ended
    },
  }
}
