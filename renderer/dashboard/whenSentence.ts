import type { NextRun } from '../../app/api/overview/serviceStatus.ts'
import { dashboardTexts as texts } from '../texts/dashboard.ts'
import { roughSpan } from '../texts/roughSpan.ts'

/**
 * `Last sync 12 minutes ago, next in 3 h 48 min.`; empty when there is nothing to say.
 * @param syncedAt ISO 8601: when the last sync ended that succeeded; null when none did
 */
export function whenSentence(syncedAt: string | null, next: NextRun | null, now: Date): string {
  const parts = [
    ...(syncedAt === null ? [] : [texts.lastSync(roughSpan(secondsBetween(syncedAt, now)))]),
    ...(next === null ? [] : [nextWords(next, now)]),
  ]
  const sentence = parts.join(', ')
  return sentence === '' ? '' : `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`
}

function nextWords({ at }: NextRun, now: Date): string {
  const seconds = -secondsBetween(at, now)
  return seconds <= 0 ? texts.nextNow : texts.nextIn(roughSpan(seconds))
}

function secondsBetween(at: string, now: Date): number {
  return (now.getTime() - new Date(at).getTime()) / 1000
}
