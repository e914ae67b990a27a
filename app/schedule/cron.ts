import { createTask, parse } from 'node-cron'
import type { WallTime } from './wallClock.ts'

const dayLength = 86_400_000
/** Every week day has been on every day of every month by then, leap days included, even where a leap year is left out. */
const furthestDay = 41 * 366

/** A cron expression, ready to be asked for times on a wall clock. */
export interface Cron {
  /** Ascending; so are the others. */
  readonly minutes: readonly number[]
  readonly hours: readonly number[]
  /** Numbers, and `L`, `15W`, `L-3`. */
  readonly days: readonly (number | string)[]
  /** From 1. */
  readonly months: readonly number[]
  /** From 0, Sunday, and `6L`, `1#2`. */
  readonly weekDays: readonly (number | string)[]
  /** The first day at or after `from` (both at 00:00 on the wall) whose day, month and week day all fit; null when none ever does. */
  nextDay(from: WallTime): WallTime | null
}

/** @param expression one that `cronProblem` has nothing against; Error for another */
export function parseCron(expression: string): Cron {
  const fields = parse(expression)
  const minutes = ascending(fields.minute)
  const hours = ascending(fields.hour)
  const months = ascending(fields.month)
  const matches = matcher(expression)
  const firstOfDay = ((hours[0] ?? 0) * 60 + (minutes[0] ?? 0)) * 60_000
  return {
    minutes,
    hours,
    months,
    days: [...new Set(fields.dayOfMonth)],
    weekDays: [...new Set(fields.dayOfWeek)],
    nextDay(from) {
      for (let day = from, walked = 0; walked < furthestDay; day += dayLength, walked++) {
        if (!months.includes(new Date(day).getUTCMonth() + 1)) continue
        if (matches(new Date(day + firstOfDay))) return day
      }
      return null
    },
  }
}

/** Asks the library about times on the wall: in UTC they are what they seem, without any daylight saving. */
function matcher(expression: string): (wall: Date) => boolean {
  const task = createTask(expression, () => {}, { timezone: 'UTC' })
  void task.destroy()
  return (wall) => task.match(wall)
}

function ascending(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b)
}
