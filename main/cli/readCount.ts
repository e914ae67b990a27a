import { UsageError } from './usageError.ts'

/** Reads a number from 1 upwards as it is typed after an option. */
export function readCount(text: string, option: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new UsageError(`${option} takes a number from 1 upwards, not "${text}".`)
  return Number(text)
}
