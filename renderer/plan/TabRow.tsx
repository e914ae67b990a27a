import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'

interface TabRowProps<Name extends string> {
  readonly label: string
  readonly items: ReadonlyArray<{
    readonly name: Name
    readonly content: ReactNode
    /** Nothing is in it: it is there for those who look for it. */
    readonly isQuiet: boolean
  }>
  readonly chosen: Name
  readonly onChoose: (name: Name) => void
  /** The id of what the tabs change. */
  readonly controls: string
  readonly form: 'cards' | 'words'
}

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', rowGap: tokens.spacingVerticalXXS },
  cards: { columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalM },
  tab: {
    margin: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  word: {
    height: '32px',
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    borderBottom: '2px solid transparent',
    whiteSpace: 'nowrap',
    // There transparent lines are drawn.
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    ':hover': { borderBottomColor: tokens.colorNeutralStroke1 },
  },
  card: {
    flex: '1 1 0',
    minWidth: '136px',
    maxWidth: '264px',
    minHeight: '64px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  chosenWord: {
    borderBottomColor: tokens.colorBrandStroke1,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { borderBottomColor: tokens.colorBrandStroke1 },
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
  chosenCard: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 0 -2px ${tokens.colorBrandStroke1}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
})

/** Tabs with more in them than a word; arrows, Home and End go from one to the next. */
export function TabRow<Name extends string>({ label, items, chosen, onChoose, controls, form }: TabRowProps<Name>) {
  const styles = useStyles()
  const row = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const from = items.findIndex(({ name }) => name === chosen)
    const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: items.length - 1 }[event.key]
    const item = to === undefined ? undefined : items.at(to % items.length)
    if (to === undefined || item === undefined) return
    event.preventDefault()
    onChoose(item.name)
    const tab = row.current?.children.item((to + items.length) % items.length)
    if (tab instanceof HTMLElement) tab.focus()
  }
  const [shape, chosenShape] = form === 'cards' ? [styles.card, styles.chosenCard] : [styles.word, styles.chosenWord]
  return (
    <div
      ref={row}
      role="tablist"
      aria-label={label}
      className={mergeClasses(styles.row, form === 'cards' && styles.cards)}
      onKeyDown={onKeyDown}
    >
      {items.map(({ name, content, isQuiet }) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={name === chosen}
          aria-controls={controls}
          tabIndex={name === chosen ? 0 : -1}
          className={mergeClasses(styles.tab, shape, isQuiet && styles.quiet, name === chosen && chosenShape)}
          onClick={() => onChoose(name)}
        >
          {content}
        </button>
      ))}
    </div>
  )
}
