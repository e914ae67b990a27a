import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { SyncMeasurement, SyncOptions } from './syncMeasurement.ts'

const run = promisify(execFile)

/** Runs one sync in a process of its own. */
export async function runSync(options: SyncOptions): Promise<SyncMeasurement> {
  const file = join(import.meta.dirname, 'syncOnce.ts')
  const { stdout } = await run(process.execPath, [...process.execArgv, file, JSON.stringify(options)])
  return JSON.parse(stdout)
}
