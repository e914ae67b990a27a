import { randomInt } from 'node:crypto'

/** The seed that was given in DIRECTORY_CONNECTOR_SEED, or a new one. */
export function seedOfThisRun(): number {
  return Number(process.env.DIRECTORY_CONNECTOR_SEED ?? randomInt(2 ** 31))
}
