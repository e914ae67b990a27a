import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import log from 'electron-log/node.js'
import type { FreshEvent } from '../api/service.ts'
import type { EventLevel } from '../model/event.ts'

export interface LogFiles {
  /** Adds an event. Never throws: a full disk, or a folder that cannot be written, costs the line and nothing else. */
  write(event: FreshEvent): void
}

export interface LogFilesOptions {
  /** Made when it is not there. */
  readonly folder: string
  /** The present file is put aside when it has grown beyond this many bytes. */
  readonly largestBytes: number
  /** How many files there are at most, the present one included. */
  readonly files: number
}

const severity = { error: 'error', warning: 'warn', info: 'info', debug: 'debug' } as const satisfies Record<
  EventLevel,
  string
>

/**
 * The event log as text, one line for each event (DC-81): `connector.log`, and those before it as `connector.1.log`
 * (the newest of them), `connector.2.log` and so on.
 */
export function logFiles({ folder, largestBytes, files }: LogFilesOptions): LogFiles {
  const name = (age: number) => join(folder, age === 0 ? 'connector.log' : `connector.${age}.log`)
  const logger = log.create({ logId: folder })
  logger.transports.console.level = false
  const tell = tellOnce()
  const { file } = logger.transports
  // It would look for one around the working directory, and write nothing where it finds none.
  file.setAppName('Directory Connector')
  file.level = 'silly'
  file.resolvePathFn = () => name(0)
  file.maxSize = largestBytes
  file.format = ({ data }) => data
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  file.archiveLogFn = () => {
    for (let age = files - 1; age > 0; age -= 1) if (existsSync(name(age - 1))) renameSync(name(age - 1), name(age))
  }
  return {
    write(event) {
      try {
        logger[severity[event.level]](line(event))
      } catch (error) {
        // Keeping the log must never stop what it tells about.
        tell(error)
      }
    },
  }
}

/** The library tells of every line that it could not write, at length: one sentence is enough. */
function tellOnce(): (why: unknown) => void {
  const { console: quiet } = log.transports
  let told = 0
  const tell = (why: unknown) => {
    if (told++ === 0) process.stderr.write(`Log files cannot be written: ${String(why)}\n`)
  }
  const fromLibrary = ({ data }: { readonly data: readonly unknown[] }) => tell(data.at(-1))
  log.transports.console = Object.assign(fromLibrary, quiet)
  return tell
}

function line({ at, level, side, code, message, remedy, runId, object }: FreshEvent): string {
  const run = runId === null ? '' : `run ${runId}: `
  const words = [`${run}${message}`, object && `(${object})`, remedy && `→ ${remedy}`].filter(Boolean).join(' ')
  return `${at} ${level.padEnd(7)} ${side.padEnd(9)} ${code} ${words}`.replaceAll(/[\r\n]+/g, ' ')
}
