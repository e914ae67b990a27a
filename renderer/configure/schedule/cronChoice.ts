/** A time of the schedule as it can be chosen without cron. Week days from 0, Sunday. */
export type CronChoice =
  | { readonly kind: 'never' }
  | { readonly kind: 'minutes'; readonly every: number }
  | { readonly kind: 'hours'; readonly every: number }
  | { readonly kind: 'days'; readonly weekDays: readonly number[]; readonly hour: number; readonly minute: number }
  | { readonly kind: 'cron'; readonly text: string }

/** Steps that come at the same distance all through the hour, and all through the day. */
export const minuteSteps = [5, 10, 15, 20, 30] as const
export const hourSteps = [1, 2, 3, 4, 6, 8, 12] as const

export const everyWeekDay = [0, 1, 2, 3, 4, 5, 6] as const

/** The cron expression of a choice; null for never. */
export function cronOf(choice: CronChoice): string | null {
  switch (choice.kind) {
    case 'never':
      return null
    case 'minutes':
      return `*/${choice.every} * * * *`
    case 'hours':
      return choice.every === 1 ? '0 * * * *' : `0 */${choice.every} * * *`
    case 'days': {
      const { weekDays, hour, minute } = choice
      return `${minute} ${hour} * * ${weekDays.length === everyWeekDay.length ? '*' : ascending(weekDays).join(',')}`
    }
    case 'cron':
      return choice.text
  }
}

/** The choice that stands for a cron expression; the expression itself where no simpler one does. */
export function choiceOf(cron: string | null): CronChoice {
  if (cron === null) return { kind: 'never' }
  const fields = cron.trim().split(/\s+/)
  const [minute = '', hour = '', day, month, weekDay = ''] = fields
  const other: CronChoice = { kind: 'cron', text: cron }
  if (fields.length !== 5 || day !== '*' || month !== '*') return other
  if (weekDay === '*' && hour === '*') {
    const every = step(minute)
    if (minute === '0') return { kind: 'hours', every: 1 }
    return every !== null && isOneOf(minuteSteps, every) ? { kind: 'minutes', every } : other
  }
  const every = step(hour)
  if (weekDay === '*' && minute === '0' && every !== null) {
    return isOneOf(hourSteps, every) && every > 1 ? { kind: 'hours', every } : other
  }
  const weekDays = weekDay === '*' ? everyWeekDay : daysIn(weekDay)
  const at = { hour: numberIn(hour, 23), minute: numberIn(minute, 59) }
  if (weekDays === null || at.hour === null || at.minute === null) return other
  return { kind: 'days', weekDays, hour: at.hour, minute: at.minute }
}

function step(field: string): number | null {
  const found = /^\*\/([1-9]\d?)$/.exec(field)?.[1]
  return found === undefined ? null : Number(found)
}

function isOneOf(steps: readonly number[], every: number): boolean {
  return steps.includes(every)
}

function numberIn(field: string, most: number): number | null {
  return /^\d{1,2}$/.test(field) && Number(field) <= most ? Number(field) : null
}

function daysIn(field: string): readonly number[] | null {
  const days = field.split(',').map((part) => numberIn(part, 6))
  const known = days.filter((day) => day !== null)
  return known.length === days.length ? ascending([...new Set(known)]) : null
}

function ascending(values: readonly number[]): readonly number[] {
  return [...values].sort((one, other) => one - other)
}
