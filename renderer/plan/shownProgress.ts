import type { Progress } from '../../app/model/progress.ts'
import { shownDuration } from '../texts/moment.ts'
import { texts } from '../texts/texts.ts'

/** Where a phase was when somebody began to watch it. */
export interface ProgressMark {
  readonly phase: Progress['phase']
  readonly done: number
  /** Milliseconds. */
  readonly at: number
}

interface ShownProgress {
  /** `Reading the directory: 1,200 (400 a second)`. */
  readonly sentence: string
  /** From 0 to 1; null when nobody knows how much there is. */
  readonly share: number | null
}

/**
 * Phase, count, rate and time left, as far as they are known.
 * @param since where the phase was first seen; what was done before does not count for the rate
 * @param now milliseconds
 */
export function shownProgress({ phase, done, total }: Progress, since: ProgressMark, now: number): ShownProgress {
  const words = texts.plan.progress
  const seconds = (now - since.at) / 1000
  const rate = since.phase === phase && seconds >= 2 ? (done - since.done) / seconds : 0
  const left = rate > 0 && total !== undefined && done < total ? (total - done) / rate : null
  const details = [
    rate >= 0.5 ? words.rate(Math.round(rate)) : '',
    left === null ? '' : words.left(shownDuration(Math.max(1, Math.ceil(left)))),
  ].filter((part) => part !== '')
  const count = done > 0 || total !== undefined ? `: ${words.count(done, total)}` : ''
  return {
    sentence: `${words.phases[phase]}${count}${details.length > 0 ? ` (${details.join(', ')})` : ''}`,
    share: total !== undefined && total > 0 ? Math.min(1, done / total) : null,
  }
}
