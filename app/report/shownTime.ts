/** The day of an ISO 8601 time, as it is written there. */
export function day(time: string): string {
  return time.slice(0, 10)
}

/** `2026-11-14 10:33 UTC` of an ISO 8601 time; any other text is given back as it is. */
export function minute(time: string): string {
  const parsed = Date.parse(time)
  return Number.isNaN(parsed) ? time : `${new Date(parsed).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
