import type { EntryKind } from '../../../app/model/entry.ts'
import { api } from '../../client.ts'
import { problemOf } from '../../problem.ts'
import { texts } from '../../texts/texts.ts'
import { useAnswer } from '../../useAnswer.ts'
import { canAsk, directoryDraft } from '../draft/directoryDraft.ts'
import type { EditorProps } from '../draft/draft.ts'
import { useAskable } from '../draft/useAskable.ts'
import { FieldNote } from '../fields/FieldNote.tsx'

/** Enough to see that a filter is right, and soon answered. */
const upTo = 20_000

interface MatchCountProps extends Pick<EditorProps, 'draft' | 'problems'> {
  readonly kind: EntryKind
}

/** How many entries of a kind the draft selects now. An answer to what stood there before is never shown as if it were of now. */
export function MatchCount({ draft, problems, kind }: MatchCountProps) {
  const { selection: words } = texts.configure
  const parts = directoryDraft(draft, ['selection'])
  const isPossible = useAskable(draft, ['directory', 'selection'])
  const { data, error, isFetching, isPlaceholderData } = useAnswer(
    ['directory', 'count', kind, parts],
    (signal) => api.directory.count.query({ draft: parts, kind, upTo }, { signal }),
    { while: 'kept', enabled: isPossible },
  )
  if (!canAsk(problems, ['directory', 'selection'])) return <FieldNote>{words.notCounted}</FieldNote>
  const isStale = !isPossible || isFetching || isPlaceholderData
  if (isStale) return <FieldNote>{words.counting(kind)}</FieldNote>
  if (error !== null) return <FieldNote tone="error">{problemOf(error).message}</FieldNote>
  if (data === undefined) return <FieldNote>{words.counting(kind)}</FieldNote>
  return (
    <div role="status">
      <FieldNote {...(data.count === 0 && { tone: 'warning' })}>{words.counted(kind, data.count, data.more)}</FieldNote>
    </div>
  )
}
