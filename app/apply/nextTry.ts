const hour = 60 * 60 * 1000
const waits = [0, hour, 4 * hour, 12 * hour, 24 * hour, 48 * hour, 96 * hour, 168 * hour] as const

/**
 * When a change that has failed is tried again (DC-56): at the next run after the first failure, and then ever less
 * often, up to once a week.
 * @param attempts how often it has failed in a row, from 1
 */
export function nextTry(attempts: number, at: Date): Date {
  return new Date(at.getTime() + (waits[Math.min(attempts, waits.length) - 1] ?? 0))
}
