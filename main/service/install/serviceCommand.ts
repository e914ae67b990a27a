import { fileURLToPath } from 'node:url'

/** The program and its words, so that the service of a data folder runs with the Node and the code of this process. */
export interface ServiceCommand {
  readonly executable: string
  readonly words: readonly string[]
}

/** Keeps what V8 sets aside for itself small: a service rests most of the time. */
const memoryFlags = ['--max-semi-space-size=8', '--heap-growing-percent=50']

export function serviceCommand(dataFolder: string): ServiceCommand {
  const entry = import.meta.url.endsWith('.ts') ? '../../service.ts' : '../../service.js'
  const program = fileURLToPath(new URL(entry, import.meta.url))
  return { executable: process.execPath, words: [...memoryFlags, program, '--data-dir', dataFolder] }
}
