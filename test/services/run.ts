import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface RunOptions {
  /** Text for standard input, in pieces. */
  readonly input?: Iterable<string>
  readonly env?: Readonly<Record<string, string>>
  /** Exit codes besides 0 that are not an error. */
  readonly allowedCodes?: readonly number[]
}

/** Runs a program to its end and returns its standard output; throws with both outputs when it fails. */
export async function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const child = spawn(program, args, { env: { ...process.env, ...options.env } })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (data: Buffer) => out.push(data))
  child.stderr.on('data', (data: Buffer) => err.push(data))
  const ended = once(child, 'close')
  // A program that fails early closes its input: its exit code and its own words say more than the broken pipe.
  pipeline(Readable.from(options.input ?? []), child.stdin).catch(() => undefined)
  await ended
  const code = child.exitCode ?? -1
  const output = Buffer.concat(out).toString()
  if (code === 0 || options.allowedCodes?.includes(code)) return output
  throw new Error(
    `${program} ended with ${code}.\n${output.slice(-4000)}\n${Buffer.concat(err).toString().slice(-4000)}`,
  )
}
