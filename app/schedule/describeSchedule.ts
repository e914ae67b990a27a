import { describeCron } from './describeCron.ts'
import { type Due, type Schedule, timeZoneOf, upcoming } from './nextDue.ts'

const shownTimes = 5

/** A time of the schedule with the words for it. */
export interface ShownDue extends Due {
  /** In the schedule's zone: `Sat 2026-03-28 02:00 GMT+1`. */
  readonly shown: string
}

/** A schedule as a person reads it. */
export interface ScheduleDescription {
  readonly timeZone: string
  /** In plain words, like `every 4 hours`; null when the lane is off. */
  readonly incremental: string | null
  readonly full: string | null
  /** The next five times, whatever the mode. */
  readonly next: readonly ShownDue[]
}

/** Describes a schedule as it is after a moment. */
export function describeSchedule(schedule: Schedule, after: Date): ScheduleDescription {
  const timeZone = timeZoneOf(schedule)
  return {
    timeZone,
    incremental: schedule.incremental === null ? null : describeCron(schedule.incremental),
    full: schedule.full === null ? null : describeCron(schedule.full),
    next: upcoming(schedule, after, shownTimes).map((due) => ({ ...due, shown: shownIn(timeZone, due.at) })),
  }
}

function shownIn(timeZone: string, at: Date): string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'shortOffset',
  })
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of format.formatToParts(at)) part[type] = value
  const { weekday, year, month, day, hour, minute, timeZoneName } = part
  return `${weekday} ${year}-${month}-${day} ${hour}:${minute} ${timeZoneName}`
}
