import { listed } from '../report/listed.ts'
import { type Cron, parseCron } from './cron.ts'

const weekDayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const mostTimes = 6
const mostMonths = 6

/**
 * A cron expression in plain words: `every 4 hours`, `every day at 02:00`, `on Saturdays at 02:00`; for one that would
 * take more words than it saves, the expression itself.
 * @param expression one that `cronProblem` has nothing against
 */
export function describeCron(expression: string): string {
  const cron = parseCron(expression)
  const times = describeTimes(cron)
  const days = describeDays(cron)
  if (times === null || days === null) return `by the cron expression "${expression.trim()}"`
  if (times.startsWith('every')) return joined(times, days)
  return days === '' || days.startsWith('in ') ? joined('every day', days, times) : joined(days, times)
}

function describeTimes({ hours, minutes }: Cron): string | null {
  const [minute = 0] = minutes
  if (hours.length === 24) {
    if (minutes.length > 1) return every(minutes, 60, 'minute')
    return minute === 0 ? 'every hour' : `every hour at ${minute} ${minute === 1 ? 'minute' : 'minutes'} past`
  }
  const hourly = hours.length > 1 && minutes.length === 1 && minute === 0 ? every(hours, 24, 'hour') : null
  if (hourly !== null) return hourly
  const times = hours.flatMap((hour) => minutes.map((one) => `${twoDigits(hour)}:${twoDigits(one)}`))
  return times.length > mostTimes ? null : `at ${listed(times)}`
}

/** `every 4 hours` for 0, 4, 8, …; null when the steps are uneven or do not begin at 0. */
function every(values: readonly number[], size: number, unit: string): string | null {
  const step = size / values.length
  if (!values.every((value, position) => value === position * step)) return null
  return step === 1 ? `every ${unit}` : `every ${step} ${unit}s`
}

function describeDays({ days, months, weekDays }: Cron): string | null {
  if (days.length < 31 && weekDays.length < 7) return null
  const inMonths = months.length < 12 ? `in ${listed(months.map((month) => monthNames[month - 1] ?? ''))}` : ''
  const onDays = weekDays.length < 7 ? onWeekDays(weekDays) : days.length < 31 ? onMonthDays(days) : ''
  if (onDays === null || (inMonths !== '' && months.length > mostMonths)) return null
  return joined(onDays, inMonths)
}

function onWeekDays(weekDays: Cron['weekDays']): string | null {
  const numbers = weekDays.filter((day) => typeof day === 'number')
  if (numbers.length < weekDays.length) return null
  const fromMonday = numbers.map((day) => (day + 6) % 7).sort((a, b) => a - b)
  if (fromMonday.join() === '0,1,2,3,4') return 'from Monday to Friday'
  return `on ${listed(fromMonday.map((day) => `${weekDayNames[(day + 1) % 7]}s`))}`
}

function onMonthDays(days: Cron['days']): string | null {
  if (days.join() === 'L') return 'on the last day of the month'
  if (days.some((day) => typeof day === 'string') || days.length > mostTimes) return null
  return `on ${days.length === 1 ? 'day' : 'days'} ${listed(days.map(String))} of the month`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}
