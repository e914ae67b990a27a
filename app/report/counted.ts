import type { EntryKind } from '../model/entry.ts'

const grouped = new Intl.NumberFormat('en-US')

/** `12411` as `12,411`. */
export function number(value: number): string {
  return grouped.format(value)
}

/** The number with the noun that fits it: `1 gap`, `2 gaps`, `12,411 entries`. */
export function counted(value: number, singular: string, plural = `${singular}s`): string {
  return `${number(value)} ${value === 1 ? singular : plural}`
}

/** `1 person`, `412 people`, `1 group`: users are people in sentences for people. */
export function countedKind(value: number, kind: EntryKind): string {
  return kind === 'user' ? counted(value, 'person', 'people') : counted(value, 'group')
}
