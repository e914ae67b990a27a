import { UsageError } from './usageError.ts'

/** Reads the number of a plan or run as it is typed. */
export function readId(text: string, what: 'plan' | 'run'): number {
  if (!/^\d{1,15}$/.test(text)) throw new UsageError(`A ${what} is named by its number, not by "${text}".`)
  return Number(text)
}
