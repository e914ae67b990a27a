import { Skeleton, SkeletonItem } from '@fluentui/react-components'
import type { Explanation } from '../../app/api/explain/explanation.ts'
import { api } from '../client.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'
import { Entry } from './Entry.tsx'
import { Nobody } from './Nobody.tsx'
import { Several } from './Several.tsx'

/** The explanation of whom an e-mail address or a DN stands for. */
export function ExplainedPage({ who }: { readonly who: string }) {
  const { data, error, refetch } = useAnswer(['explain', who], (signal) => api.explain.query({ who }, { signal }))
  if (data) return <Explained explanation={data} />
  if (error) return <ErrorNotice error={error} onTryAgain={() => void refetch()} />
  return (
    <Skeleton aria-label={texts.people.explaining}>
      <SkeletonItem size={32} style={{ width: '40ch', marginBottom: 16 }} />
      {['a', 'b', 'c', 'd', 'e'].map((line) => (
        <SkeletonItem key={line} size={48} style={{ marginBottom: 8 }} />
      ))}
    </Skeleton>
  )
}

function Explained({ explanation }: { readonly explanation: Explanation }) {
  const [entry, ...others] = explanation.entries
  if (entry === undefined) return <Nobody explanation={explanation} />
  if (others.length > 0) return <Several explanation={explanation} />
  return <Entry entry={entry} />
}
