import { validateDetailed } from 'node-cron'
import { parseCron } from './cron.ts'

const fieldNames: Readonly<Record<string, string>> = {
  minute: 'minute',
  hour: 'hour',
  dayOfMonth: 'day of month',
  month: 'month',
  dayOfWeek: 'week day',
}

const allowed: Readonly<Record<string, string>> = {
  minute: 'from 0 to 59',
  hour: 'from 0 to 23',
  dayOfMonth: 'from 1 to 31, or L for the last',
  month: 'from 1 to 12, or a name like JAN',
  dayOfWeek: 'from 0 (Sunday) to 6, or a name like MON',
}

const fiveFields = 'five fields (minute, hour, day of month, month, week day), like "0 */4 * * *"'

/** What is wrong with a cron expression, to be read after the name of the setting; null for nothing. */
export function cronProblem(expression: string): string | null {
  const fields = expression.trim().split(/\s+/)
  const isNickname = expression.trim().startsWith('@')
  if (!isNickname && fields.length !== 5) return `must have ${fiveFields}; it has ${fields.length}`
  const { valid, errors } = validateDetailed(expression)
  if (!valid) return errors.map(({ field, value }) => describe(field, value ?? '')).join('; ')
  return parseCron(expression).nextDay(Date.UTC(2000, 0, 1)) === null
    ? 'never comes due: no such day has that week day, and both must fit'
    : null
}

function describe(field: string, value: string): string {
  const name = fieldNames[field]
  if (name === undefined) return `must be a cron expression of ${fiveFields}`
  if (isPossibleDay(field, value)) return `has the day of month "${value}", which no chosen month has`
  return `has the ${name} "${value}", which must be ${allowed[field]}, with * , - and / as in */4 or 1-5`
}

function isPossibleDay(field: string, value: string): boolean {
  return field === 'dayOfMonth' && /^[\d,-]+$/.test(value) && value.split(/[,-]/).every((day) => isDay(Number(day)))
}

function isDay(day: number): boolean {
  return day >= 1 && day <= 31
}
