import { nearNames } from '../settings/nearNames.ts'

/** The time zone that this machine is set to, as an IANA name. */
export function machineTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** What is wrong with a name of a time zone, to be read after the name of the setting; null for nothing. */
export function timeZoneProblem(name: string): string | null {
  if (/^[A-Za-z]/.test(name) && isKnown(name)) return null
  const [near] = nearNames(name, Intl.supportedValuesOf('timeZone'))
  const hint = near === undefined ? '' : `; did you mean ${near}?`
  return `must be a time zone like Europe/Berlin or UTC, not "${name}"${hint}`
}

function isKnown(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
