import { Link } from '@fluentui/react-components'
import { Empty } from '../components/Empty.tsx'
import { texts } from '../texts/texts.ts'

interface NoRowsProps {
  readonly search: string
  /** How many there were that are no longer kept. */
  readonly forgotten: number
  readonly onClear: () => void
}

/** Why a list of a plan is empty, and what leads on from there. */
export function NoRows({ search, forgotten, onClear }: NoRowsProps) {
  const words = texts.plan.empty
  if (search !== '') {
    const clear = (
      <Link as="button" onClick={onClear}>
        {words.clear}
      </Link>
    )
    return <Empty {...words.search(search)} action={clear} />
  }
  return <Empty {...(forgotten > 0 ? words.forgotten : words.tab)} />
}
