import { makeStyles, tokens } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import { texts } from '../texts/texts.ts'
import { useOverview } from '../useOverview.ts'
import { openPalette } from './paletteOpening.ts'

const useStyles = makeStyles({
  field: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '232px',
    height: '32px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground3,
    font: 'inherit',
    cursor: 'text',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  text: { flexGrow: 1, textAlign: 'start' },
  keys: { fontSize: tokens.fontSizeBase200 },
})

/** Looks like the field that it opens: the palette. Not there before there is anybody to search for. */
export function SearchField() {
  const styles = useStyles()
  const { data } = useOverview()
  if (data?.light.kind === 'not-set-up') return null
  const { placeholder, keys } = texts.frame.search
  return (
    <button
      type="button"
      className={styles.field}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K"
      onClick={openPalette}
    >
      <SearchRegular fontSize={16} />
      <span className={styles.text}>{placeholder}</span>
      <span className={styles.keys} aria-hidden="true">
        {keys}
      </span>
    </button>
  )
}
