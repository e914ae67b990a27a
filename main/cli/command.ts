import type { Command as Program } from 'commander'
import type { Terminal } from './terminal.ts'

/**
 * Adds one command to the program. `run` wraps its work: it makes the terminal from the global options, prints errors
 * and sets the exit code that the work returns.
 */
export type CommandAdder = (program: Program, run: CommandRunner) => void

export type CommandRunner = (work: (terminal: Terminal) => Promise<number>) => Promise<void>
