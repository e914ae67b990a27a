import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Runs a command of the connector on a data folder, and waits for its end. */
export async function runConnector(
  folder: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const file = join(import.meta.dirname, '../../main/cli.ts')
  await run(process.execPath, [...process.execArgv, file, '--data-dir', folder, ...words], {
    env: { ...process.env, ...environment },
  })
}
