import { makeStyles, SearchBox } from '@fluentui/react-components'
import { texts } from '../texts/texts.ts'
import { useTypedSearch } from './useTypedSearch.ts'

interface PlanSearchProps {
  readonly search: string
  readonly onSearch: (text: string) => void
  /** The arrow that leads down, to what was found. */
  readonly onDown: () => void
}

const useStyles = makeStyles({ search: { flexShrink: 0, width: '216px' } })

/** Looks for names and DNs while they are typed: a letter draws nothing but this field anew before it is answered. */
export function PlanSearch({ search, onSearch, onDown }: PlanSearchProps) {
  const styles = useStyles()
  const [typed, setTyped] = useTypedSearch(search, onSearch)
  return (
    <SearchBox
      className={styles.search}
      aria-label={texts.plan.search}
      aria-keyshortcuts="Control+F /"
      placeholder={texts.plan.searchKeys}
      value={typed}
      onChange={(_, { value }) => setTyped(value)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') onDown()
        if (event.key === 'Escape') setTyped('')
      }}
    />
  )
}
