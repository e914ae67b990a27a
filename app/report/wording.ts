import type { EntryKind } from '../model/entry.ts'

const grouped = new Intl.NumberFormat('en-US')

/** `12411` as `12,411`. */
export function number(value: number): string {
  return grouped.format(value)
}

/** `1 gap`, `2 gaps`, `12,411 entries`: the number with the noun that fits it. */
export function counted(value: number, singular: string, plural = `${singular}s`): string {
  return `${number(value)} ${value === 1 ? singular : plural}`
}

/** `1 person`, `412 people`, `1 group`: users are people in sentences for people. */
export function countedKind(value: number, kind: EntryKind): string {
  return kind === 'user' ? counted(value, 'person', 'people') : counted(value, 'group')
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** The day of an ISO 8601 time, as it is written there. */
export function day(time: string): string {
  return time.slice(0, 10)
}

/** `2026-11-14 10:33 UTC` of an ISO 8601 time; anything else is given back as it is. */
export function minute(time: string): string {
  const parsed = Date.parse(time)
  return Number.isNaN(parsed) ? time : `${new Date(parsed).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** The text as a sentence that another one can follow. */
export function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
