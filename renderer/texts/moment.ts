const language = 'en-GB'

/** How much of a time is shown: a day and a time to the minute or the second, or the time of day alone. */
export type MomentForm = 'minute' | 'second'

/**
 * A time as a person reads it at a glance, in their zone: `Today 10:33`, `Yesterday 22:15`, `14 Nov 10:33`, and in other
 * years `14 Nov 2025 10:33`.
 * @param at ISO 8601
 * @param timeZone as `Europe/Vienna`; the system's own when it is left out
 */
export function shownMoment(at: string, now: Date, form: MomentForm = 'minute', timeZone?: string): string {
  const moment = new Date(at)
  const zone = timeZone === undefined ? {} : { timeZone }
  const clock = moment.toLocaleTimeString(language, {
    ...zone,
    hour: '2-digit',
    minute: '2-digit',
    ...(form === 'second' && { second: '2-digit' }),
  })
  const day = (date: Date) => date.toLocaleDateString(language, { ...zone, dateStyle: 'short' })
  if (day(moment) === day(now)) return `Today ${clock}`
  if (day(moment) === day(new Date(now.getTime() - 86_400_000))) return `Yesterday ${clock}`
  const year = (date: Date) => date.toLocaleDateString(language, { ...zone, year: 'numeric' })
  const date = moment.toLocaleDateString(language, {
    ...zone,
    day: 'numeric',
    month: 'short',
    ...(year(moment) !== year(now) && { year: 'numeric' }),
  })
  return `${date} ${clock}`
}

/** The same to the second with day and zone: `Saturday 14 November 2026 at 10:33:12 CET`. */
export function exactMoment(at: string, timeZone?: string): string {
  return new Date(at).toLocaleString(language, {
    ...(timeZone !== undefined && { timeZone }),
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  })
}

/** How long something took: `under 1 s`, `38 s`, `2 min 4 s`, `1 h 3 min`, `2 d 4 h`. */
export function shownDuration(seconds: number): string {
  const whole = Math.round(seconds)
  if (whole < 1) return 'under 1 s'
  if (whole < 60) return `${whole} s`
  const parts: ReadonlyArray<readonly [number, string]> =
    whole < 3600
      ? [
          [Math.floor(whole / 60), 'min'],
          [whole % 60, 's'],
        ]
      : whole < 86_400
        ? [
            [Math.floor(whole / 3600), 'h'],
            [Math.floor((whole % 3600) / 60), 'min'],
          ]
        : [
            [Math.floor(whole / 86_400), 'd'],
            [Math.floor((whole % 86_400) / 3600), 'h'],
          ]
  return parts
    .filter(([value], index) => index === 0 || value > 0)
    .map(([value, unit]) => `${value} ${unit}`)
    .join(' ')
}
