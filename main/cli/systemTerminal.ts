import { once } from 'node:events'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Terminal } from './terminal.ts'

export interface GlobalOptions {
  readonly dataDir?: string
  readonly json?: boolean
  readonly verbose?: boolean
}

/** The terminal of this process. */
export function systemTerminal(options: GlobalOptions): Terminal {
  const { stdout, stderr } = process
  let reader: 'there' | 'gone' = 'there'
  // `| head` has seen enough: the work goes on, only nobody reads what it says.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    reader = 'gone'
  })
  return {
    json: options.json === true,
    verbose: options.verbose === true,
    dataFolder: resolve(options.dataDir ?? defaultDataFolder()),
    print: (line) => void stdout.write(`${line}\n`),
    printJson: (value) => void stdout.write(`${JSON.stringify(value, null, 2)}\n`),
    tell: (line) => void stderr.write(`${line}\n`),
    async stream(pieces) {
      for (const piece of pieces) {
        if (reader === 'gone') return
        if (stdout.write(piece)) continue
        await once(stdout, 'drain').catch((error) => {
          if (reader === 'there') throw error
        })
      }
    },
  }
}

/** Where an install keeps its data: for the whole computer on Windows, for the account elsewhere. */
export function defaultDataFolder(): string {
  const { DIRECTORY_CONNECTOR_DATA, ProgramData, XDG_STATE_HOME } = process.env
  if (DIRECTORY_CONNECTOR_DATA) return DIRECTORY_CONNECTOR_DATA
  if (process.platform === 'win32') return join(ProgramData ?? 'C:\\ProgramData', 'Directory Connector')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Directory Connector')
  return join(XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'directory-connector')
}
