import { assertNever } from '../model/assertNever.ts'
import type { Counts } from '../model/plan.ts'
import type { Run } from '../model/run.ts'
import { counted } from './counted.ts'
import { countSentences } from './countSentences.ts'

/** What a run has done, or why not, in a sentence or two; empty while it runs. */
export function runSentence({ status, counts, error }: Pick<Run, 'status' | 'counts' | 'error'>): string {
  switch (status) {
    case 'running':
      return ''
    case 'planned':
      return counts ? said(countSentences(counts, 'planned'), 'Nothing would change.') : ''
    case 'equal':
      return 'Nothing was to change.'
    case 'done':
    case 'partial':
      return counts ? [said(countSentences(counts, 'done'), 'Nothing was changed.'), ...failures(counts)].join(' ') : ''
    case 'halted':
      return 'Halted before the first change: a guard waits for a person.'
    case 'refused':
    case 'failed':
      return error?.message ?? ''
    case 'interrupted':
      return 'It ended before it was through; the next run goes on from there.'
    default:
      return assertNever(status)
  }
}

function said(sentences: readonly string[], otherwise: string): string {
  return sentences.length > 0 ? sentences.join(' ') : otherwise
}

function failures(counts: Counts): readonly string[] {
  const failed = failedIn(counts)
  return failed > 0 ? [`${counted(failed, 'change')} failed.`] : []
}

/** How many changes of all kinds have failed. */
export function failedIn(counts: Counts): number {
  return Object.values(counts).reduce((sum, of) => sum + of.failed, 0)
}
