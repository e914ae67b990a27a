import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname, '../..')
/** The Node that the project is written for, whichever one runs the tests. */
const node = join(root, 'node_modules/.bin/node')

/** How one command line ended. */
export interface CommandResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** Standard output read as JSON; throws with both outputs when it is none. */
  json<Shape>(): Shape
}

/** A command that runs until it is told to end. */
export interface RunningCommand {
  readonly pid: number
  /** What it printed so far. */
  stdout(): string
  stderr(): string
  hasEnded(): boolean
  /** Asks it to end. */
  stop(signal?: NodeJS.Signals): void
  /** Waits for its end. */
  readonly ended: Promise<CommandResult>
}

/** Starting costs half as much when what was compiled once is kept. */
const compileCache = join(tmpdir(), 'connector-e2e-compiled')

/**
 * Starts `directory-connector WORDS` as a process of its own. Only `environment` and PATH are handed to it, and `input` as
 * its standard input.
 */
export function startConnector(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  input = '',
): RunningCommand {
  const child = spawn(node, [join(root, 'main/cli.ts'), ...words], {
    cwd: root,
    env: {
      PATH: [join(root, 'node_modules/.bin'), process.env.PATH ?? ''].join(delimiter),
      NODE_COMPILE_CACHE: compileCache,
      ...environment,
    },
    stdio: 'pipe',
  })
  // One that reads nothing may end before.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  child.stdout.on('data', (data: Buffer) => stdout.push(data))
  child.stderr.on('data', (data: Buffer) => stderr.push(data))
  const text = (pieces: readonly Buffer[]) => Buffer.concat(pieces).toString()
  const closed = once(child, 'close')
  return {
    pid: child.pid ?? 0,
    stdout: () => text(stdout),
    stderr: () => text(stderr),
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    stop: (signal = 'SIGTERM') => void child.kill(signal),
    ended: closed.then(() => commandResult(words, child.exitCode ?? -1, text(stdout), text(stderr))),
  }
}

/** Runs one command line to its end. */
export function runConnector(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  return startConnector(words, environment).ended
}

/** What a command printed, with its exit code. */
export function commandResult(words: readonly string[], code: number, stdout: string, stderr: string): CommandResult {
  return {
    code,
    stdout,
    stderr,
    json: <Shape>() => {
      try {
        return JSON.parse(stdout) as Shape
      } catch {
        throw new Error(`${words.join(' ')} ended with ${code} and printed no JSON:\n${stdout}\n${stderr}`)
      }
    },
  }
}
