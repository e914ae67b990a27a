const form = /^(\d{4})(\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2})?)?(?:[.,](\d+))?(?:Z|([+-])(\d{2})(\d{2})?)$/

/**
 * The time that a GeneralizedTime (RFC 4517 3.3.13) names, in milliseconds, fractions of a second left out; undefined
 * for what is none.
 */
export function parseGeneralizedTime(text: string): number | undefined {
  const match = form.exec(text)
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second, , sign, offsetHours, offsetMinutes] = match
  const time = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute ?? 0),
    Number(second ?? 0),
  )
  const offset = (Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0)) * 60_000
  return sign === '-' ? time + offset : time - offset
}

/** `20260131235959Z` */
export function formatGeneralizedTime(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`
}
