import type { RunPoint } from '../../app/api/overview/overview.ts'
import { shownNumber } from '../texts/counting.ts'
import { shownDuration, shownMoment } from '../texts/moment.ts'
import { texts } from '../texts/texts.ts'
import { chartParts } from './chartBars.ts'

/** When a run was, which, how it ended and how long it took: `Today 10:33 · Incremental sync · Done · 3 s`. */
export function runWords(point: RunPoint, now: Date): string {
  return [
    shownMoment(point.startedAt, now),
    texts.runKinds[point.kind],
    texts.runStatuses[point.status],
    shownDuration(point.seconds),
  ].join(' · ')
}

/** Whether what a run would have done was not written. */
export function isOnlyPlanned({ status }: RunPoint): boolean {
  return status === 'planned' || status === 'halted' || status === 'refused'
}

/** What it did: `14 changed · 2 failed`. */
export function numberWords(point: RunPoint): string {
  const { parts, nothing, planned } = texts.dashboard.chart
  const numbers = chartParts
    .filter((part) => point[part] > 0)
    .map((part) => `${shownNumber(point[part])} ${parts[part]}`)
  if (numbers.length === 0) return nothing
  return [...numbers, ...(isOnlyPlanned(point) ? [planned] : [])].join(' · ')
}
