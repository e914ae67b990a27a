import { initial } from './0001-initial.ts'

/** In order; the number of the last one is the version of a state file. A migration that was released never changes. */
export const migrations: readonly string[] = [initial]
