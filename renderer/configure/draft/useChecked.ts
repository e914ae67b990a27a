import type { CheckedDraft } from '../../../app/api/configuration/configuration.ts'
import { api } from '../../client.ts'
import { useAnswer } from '../../useAnswer.ts'
import { usePaced } from '../usePaced.ts'
import type { Draft } from './draft.ts'

/** What the service has to say of a draft. */
export interface CheckedAnswer {
  /** The newest answer, though perhaps for what stood there a moment ago; undefined before the first one. */
  readonly checked: CheckedDraft | undefined
  /** Whether the answer is for the draft as it stands. */
  readonly isCurrent: boolean
  readonly error: unknown
  readonly again: () => void
}

/** Looks at the draft while it is typed. */
export function useChecked(draft: Draft): CheckedAnswer {
  const looked = usePaced(draft)
  const { data, error, isPlaceholderData, refetch } = useAnswer(
    ['configuration', 'check', looked],
    (signal) => api.configuration.check.query({ draft: looked }, { signal }),
    { while: 'kept' },
  )
  return {
    checked: data,
    isCurrent: data !== undefined && looked === draft && !isPlaceholderData,
    error,
    again: () => void refetch(),
  }
}
