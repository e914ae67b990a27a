import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** A server that a test started. */
export interface ServerProcess {
  readonly pid: number
  /** What it printed so far, both streams together. */
  output(): string
  /** Whether it has ended by itself. */
  hasEnded(): boolean
  /** Ends it and every process it forked, by their ids; waits until they are gone. Safe to call twice. */
  stop(): Promise<void>
}

/** Starts a server in the foreground and keeps what it prints. */
export function startServerProcess(program: string, args: readonly string[]): ServerProcess {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const keep = (data: Buffer) => {
    output = (output + data.toString()).slice(-100_000)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  child.on('error', (error) => {
    output += String(error)
  })
  return { pid: child.pid ?? 0, output: () => output, hasEnded: () => hasEnded(child), stop: () => stop(child) }
}

/** Waits until `isReady` says yes; throws with the server's output when it ends before, or after `seconds`. */
export async function waitForServer(
  server: ServerProcess,
  isReady: () => Promise<boolean>,
  seconds: number,
): Promise<void> {
  const deadline = Date.now() + seconds * 1000
  while (!(await isReady())) {
    if (server.hasEnded()) throw new Error(`The server ended while starting:\n${server.output()}`)
    if (Date.now() > deadline) {
      await server.stop()
      throw new Error(`The server did not answer within ${seconds} s:\n${server.output()}`)
    }
    await sleep(50)
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid !== undefined && !hasEnded(child)) await stopProcess(child.pid)
}

/** Ends a process and every process it forked, by their ids; waits until they are gone. */
export async function stopProcess(pid: number): Promise<void> {
  const family = [pid, ...descendants(pid)]
  for (const each of family) signal(each, 'SIGTERM')
  const deadline = Date.now() + 5000
  while (family.some(isAlive)) {
    if (Date.now() > deadline) for (const each of family) signal(each, 'SIGKILL')
    await sleep(20)
  }
}

/** When a process started, in clock ticks since boot: with its id it names one process for good. Undefined when it is gone. */
export function processStartTime(pid: number): string | undefined {
  return processStatus(pid)?.startTime
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has ended already.
  }
}

/** Neither gone nor a zombie that only waits for its parent to notice. */
function isAlive(pid: number): boolean {
  const status = processStatus(pid)
  return status !== undefined && status.state !== 'Z'
}

function descendants(pid: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: processStatus(Number(name))?.parent }))
  const below = (parent: number): readonly number[] =>
    parents.filter((each) => each.parent === parent).flatMap((each) => [each.pid, ...below(each.pid)])
  return below(pid)
}

interface ProcessStatus {
  readonly state: string
  readonly parent: number
  readonly startTime: string
}

/** Fields 3, 4 and 22 of /proc/PID/stat, whose second field can hold spaces. */
function processStatus(pid: number): ProcessStatus | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', parent: Number(fields[1]), startTime: fields[19] ?? '' }
  } catch {
    return undefined
  }
}
