import type { ObjectKind } from '../model/objectKind.ts'
import { kindWords } from './kindWords.ts'

const grouped = new Intl.NumberFormat('en-US')

/** `12411` as `12,411`. */
export function number(value: number): string {
  return grouped.format(value)
}

/** The number with the noun that fits it: `1 gap`, `2 gaps`, `12,411 entries`. */
export function counted(value: number, singular: string, plural = `${singular}s`): string {
  return `${number(value)} ${value === 1 ? singular : plural}`
}

/** `1 person`, `412 people`, `1 room`, `3 pictures`. */
export function countedKind(value: number, kind: ObjectKind): string {
  const { one, several } = kindWords[kind]
  return counted(value, one, several)
}
