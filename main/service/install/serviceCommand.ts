import { fileURLToPath } from 'node:url'
import { memoryFlags } from '../memoryFlags.ts'

/** The program and its words, so that the service of a data folder runs with the Node and the code of this process. */
export interface ServiceCommand {
  readonly executable: string
  readonly words: readonly string[]
  /** Variables of the environment that it needs. */
  readonly environment: Readonly<Record<string, string>>
}

export function serviceCommand(dataFolder: string): ServiceCommand {
  const entry = import.meta.url.endsWith('.ts') ? '../../service.ts' : '../../service.js'
  const program = fileURLToPath(new URL(entry, import.meta.url))
  // An installed program brings no other Node than the one in its Electron.
  const environment = 'electron' in process.versions ? { ELECTRON_RUN_AS_NODE: '1' } : {}
  return { executable: process.execPath, words: [...memoryFlags, program, '--data-dir', dataFolder], environment }
}
