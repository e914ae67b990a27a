import { Button, Dropdown, makeStyles, Option, SearchBox, SpinButton, tokens } from '@fluentui/react-components'
import { useTyped } from '../components/useTyped.ts'
import { goTo } from '../frame/hashAddress.ts'
import { texts } from '../texts/texts.ts'
import { type EventFilter, isFiltered } from './eventFilter.ts'

const useStyles = makeStyles({
  filters: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  search: { width: '280px' },
  drop: { minWidth: '176px' },
  run: { width: '112px' },
})

const levels = ['error', 'warning', 'info', 'debug'] as const
const sides = ['settings', 'directory', 'connector', 'store'] as const

interface EventFiltersProps {
  readonly filter: EventFilter
  readonly onFilter: (changed: Partial<EventFilter>) => void
}

/** Which events are shown: by text, level, side and run. */
export function EventFilters({ filter, onFilter }: EventFiltersProps) {
  const styles = useStyles()
  const words = texts.events.filters
  return (
    <div className={styles.filters}>
      <Search text={filter.search} onText={(search) => onFilter({ search })} />
      <Dropdown
        className={styles.drop}
        aria-label={words.level}
        value={words.levels[filter.level]}
        selectedOptions={[filter.level]}
        onOptionSelect={(_, { optionValue }) => {
          const level = levels.find((one) => one === optionValue)
          if (level) onFilter({ level })
        }}
      >
        {levels.map((level) => (
          <Option key={level} value={level}>
            {words.levels[level]}
          </Option>
        ))}
      </Dropdown>
      <Dropdown
        className={styles.drop}
        aria-label={words.side}
        value={filter.side === null ? words.allSides : texts.sides[filter.side]}
        selectedOptions={[filter.side ?? 'all']}
        onOptionSelect={(_, { optionValue }) => onFilter({ side: sides.find((one) => one === optionValue) ?? null })}
      >
        <Option value="all">{words.allSides}</Option>
        {sides.map((side) => (
          <Option key={side} value={side}>
            {texts.sides[side]}
          </Option>
        ))}
      </Dropdown>
      <SpinButton
        className={styles.run}
        aria-label={words.run}
        placeholder={words.runPlaceholder}
        min={1}
        value={filter.runId}
        onChange={(_, { value, displayValue }) => {
          const run = value ?? Number(displayValue)
          onFilter({ runId: Number.isSafeInteger(run) && run > 0 ? run : null })
        }}
      />
      {isFiltered(filter) && (
        <Button appearance="subtle" onClick={() => goTo('/events', { replace: true })}>
          {words.clear}
        </Button>
      )}
    </div>
  )
}

/** What is typed counts while it is typed. */
function Search({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const styles = useStyles()
  const { search, searchPlaceholder } = texts.events.filters
  const [typed, setTyped] = useTyped(text, onText)
  return (
    <SearchBox
      className={styles.search}
      aria-label={search}
      placeholder={searchPlaceholder}
      value={typed}
      onChange={(_, { value }) => setTyped(value)}
    />
  )
}
