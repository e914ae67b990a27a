import type { Limit } from '../../../app/settings/schema.ts'

/** How many of a number of linked objects a limit lets through at once: a percentage with a floor and a ceiling (DC-54). */
export function allowedOf(linked: number, { percent, atLeast, atMost }: Limit): number {
  return Math.min(atMost, Math.max(atLeast, Math.floor((linked * percent) / 100)))
}
