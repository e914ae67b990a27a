import { makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Filled, ErrorCircle16Filled, Warning16Filled } from '@fluentui/react-icons'
import type { Finding } from '../../../app/model/finding.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { texts } from '../../texts/texts.ts'
import type { LiveCheckState } from './useLiveCheck.ts'

interface LiveFindingsProps {
  readonly state: LiveCheckState
  readonly onTryAgain: () => void
}

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalS} 0 0`, padding: 0 },
  finding: {
    display: 'grid',
    gridTemplateColumns: '16px 1fr',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    listStyleType: 'none',
    overflowWrap: 'anywhere',
  },
  sign: { marginTop: '2px' },
  ok: { color: tokens.colorPaletteGreenForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  error: { color: tokens.colorPaletteRedForeground1 },
  remedy: { color: tokens.colorNeutralForeground3 },
  waiting: { justifyContent: 'flex-start', padding: `${tokens.spacingVerticalXS} 0` },
})

const signs = { ok: CheckmarkCircle16Filled, warning: Warning16Filled, error: ErrorCircle16Filled } as const

/** Findings of a check, each as soon as it is there. */
export function LiveFindings({ state, onTryAgain }: LiveFindingsProps) {
  const styles = useStyles()
  const { check } = texts.configure
  const isRunning = state.kind === 'running'
  return (
    <div>
      <ul className={styles.list} aria-live="polite" aria-busy={isRunning}>
        {state.findings.map((finding) => (
          <FindingLine key={`${finding.subject} ${finding.message}`} finding={finding} />
        ))}
      </ul>
      {isRunning && <Spinner size="extra-tiny" label={check.running} className={styles.waiting} />}
      {state.kind === 'ended' && state.error === null && state.findings.length === 0 && <div>{check.nothing}</div>}
      {state.error !== null && <ErrorNotice error={state.error} onTryAgain={onTryAgain} />}
    </div>
  )
}

function FindingLine({ finding: { level, subject, message, remedy } }: { readonly finding: Finding }) {
  const styles = useStyles()
  const Sign = signs[level]
  return (
    <li className={styles.finding}>
      <Sign className={mergeClasses(styles.sign, styles[level])} aria-label={texts.configure.check.levels[level]} />
      <div>
        <strong>{subject}</strong> {message}
        {remedy !== '' && <div className={styles.remedy}>{remedy}</div>}
      </div>
    </li>
  )
}
