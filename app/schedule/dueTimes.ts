import { type Cron, parseCron } from './cron.ts'
import { type WallClock, type WallTime, wallClock } from './wallClock.ts'

const dayLength = 86_400_000

/**
 * The times at which a cron expression is due in a time zone: strictly ascending, without end.
 *
 * Daylight saving: a time that the clock leaps over is due at the first moment after the leap (together with whatever
 * else is due then). A time that the clock shows twice is due the first time only, unless the expression names every
 * hour of the day (`*`, but not every second one): then it goes on through the hour that comes twice, so that "every
 * 15 minutes" never rests for an hour.
 *
 * @param expression one that `cronProblem` has nothing against
 * @param timeZone one that `timeZoneProblem` has nothing against
 * @param after the first due time is later than this
 */
export function* dueTimes(expression: string, timeZone: string, after: Date): Generator<Date, never> {
  const cron = parseCron(expression)
  const clock = wallClock(timeZone)
  let last = after.getTime()
  // What is leapt over comes late: up to a whole day, where a zone changed its side of the date line.
  let day = startOfDay(clock.shown(last)) - dayLength
  for (;;) {
    const next = cron.nextDay(day)
    if (next === null) throw new Error(`Never due: ${expression}`)
    for (const moment of dueOnDay(cron, clock, next)) {
      if (moment <= last) continue
      last = moment
      yield new Date(moment)
    }
    day = next + dayLength
  }
}

function dueOnDay(cron: Cron, clock: WallClock, day: WallTime): Iterable<number> {
  const times = timesOfDay(cron, day)
  if (clock.isSteadyAround(day)) {
    const offset = day - clock.first(day)
    return times.map((wall) => wall - offset)
  }
  const isEveryHour = cron.hours.length === 24
  const due = times.flatMap((wall) => {
    const moments = isEveryHour ? clock.moments(wall) : []
    return moments.length > 0 ? moments : [clock.first(wall)]
  })
  return due.sort((a, b) => a - b)
}

function timesOfDay({ hours, minutes }: Cron, day: WallTime): readonly WallTime[] {
  return hours.flatMap((hour) => minutes.map((minute) => day + (hour * 60 + minute) * 60_000))
}

function startOfDay(wall: WallTime): WallTime {
  return Math.floor(wall / dayLength) * dayLength
}
