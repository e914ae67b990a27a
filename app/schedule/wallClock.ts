/** A time as it stands on a wall clock, in milliseconds as if the clock hung in UTC: `Date.UTC(2026, 2, 29, 2, 30)`. */
export type WallTime = number

const hour = 3_600_000
/** Reaches from any wall time over every moment that it can be, whatever the zone. */
const furthestOffset = 26 * hour

/** The wall clock of one time zone, with its daylight saving. */
export interface WallClock {
  /** What the clock shows at a moment, to the second. */
  shown(moment: number): WallTime
  /**
   * The first moment at which the clock shows this time or a later one. For a time that the clock leaps over, that is
   * the moment after the leap; for one that it shows twice, the first of the two.
   */
  first(wall: WallTime): number
  /** Every moment at which the clock shows this time: none, one or two, the earlier first. */
  moments(wall: WallTime): readonly number[]
  /** Whether the clock neither leaps nor is put back within a day of this time. */
  isSteadyAround(wall: WallTime): boolean
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** @param timeZone an IANA name that `timeZoneProblem` has nothing against; RangeError for another */
export function wallClock(timeZone: string): WallClock {
  const format = formatOf(timeZone)

  const shown = (moment: number): WallTime => {
    const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {}
    for (const { type, value } of format.formatToParts(moment)) part[type] = Number(value)
    const { year = 0, month = 1, day, hour, minute, second } = part
    return Date.UTC(year, month - 1, day, hour, minute, second)
  }
  const offset = (moment: number): number => shown(moment) - Math.floor(moment / 1000) * 1000
  const offsetBefore = (wall: WallTime) => offset(wall - furthestOffset)
  const offsetAfter = (wall: WallTime) => offset(wall + furthestOffset)

  const moments = (wall: WallTime): readonly number[] => {
    const possible = new Set([wall - offsetBefore(wall), wall - offsetAfter(wall)])
    return [...possible].filter((moment) => shown(moment) === wall).sort((a, b) => a - b)
  }

  return {
    shown,
    moments,
    first(wall) {
      const [moment] = moments(wall)
      return moment ?? endOfLeap(shown, wall, wall - offsetAfter(wall), wall - offsetBefore(wall))
    },
    isSteadyAround: (wall) => offsetBefore(wall - 24 * hour) === offsetAfter(wall + 24 * hour),
  }
}

/** The clock shows less than `wall` at `before` and more at `after`, and leaps once between them. */
function endOfLeap(shown: WallClock['shown'], wall: WallTime, before: number, after: number): number {
  let low = before
  let high = after
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (shown(middle) < wall) low = middle
    else high = middle
  }
  return high
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, format)
  return format
}
