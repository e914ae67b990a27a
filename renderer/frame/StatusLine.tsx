import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { texts } from '../texts/texts.ts'
import { useOverview } from '../useOverview.ts'
import { useLive } from './LiveService.tsx'
import { StatusMark } from './StatusMark.tsx'
import { statusOf } from './statusOf.ts'

const useStyles = makeStyles({
  line: {
    display: 'block',
    margin: `0 0 ${tokens.spacingVerticalS}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    minHeight: '40px',
  },
  leads: {
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  state: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  place: {
    paddingLeft: '24px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    minHeight: tokens.lineHeightBase200,
  },
})

/** How all is, in one word, and of which directory: the one thing that is seen from everywhere. */
export function StatusLine() {
  const styles = useStyles()
  const live = useLive()
  const { data } = useOverview()
  const { kind, percent, page } = statusOf(live, data)
  const word = texts.frame.light[kind]
  const place = data?.connector?.directory.place
  const content = (
    <>
      <div className={styles.state}>
        <StatusMark kind={kind} />
        {/* Read out when the word changes, not with every per cent. */}
        <span role="status">{word}</span>
        {percent !== null && <span>{`${percent} %`}</span>}
      </div>
      <div className={styles.place} title={place}>
        {place}
      </div>
    </>
  )
  return page === null ? (
    <div className={styles.line}>{content}</div>
  ) : (
    <a href={`#${page}`} className={mergeClasses(styles.line, styles.leads)}>
      {content}
    </a>
  )
}
