import { makeStyles, tokens } from '@fluentui/react-components'
import type { Overview } from '../../app/api/overview/overview.ts'
import type { RunningRun } from '../../app/api/overview/serviceStatus.ts'
import { Moment } from '../components/Moment.tsx'
import { PhaseProgress } from '../components/PhaseProgress.tsx'
import { Section } from '../components/Section.tsx'
import { useLive } from '../frame/LiveService.tsx'
import { type Pace, percentOf } from '../frame/pace.ts'
import { texts } from '../texts/texts.ts'
import { EndedRun } from './EndedRun.tsx'

const useStyles = makeStyles({
  // The same height whether something runs or not.
  card: { minHeight: '168px', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  state: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalM, margin: 0 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, margin: 0 },
  numbers: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
})

const nowTexts = texts.dashboard.now

/** What runs now and how far it is; while nothing does, how the last two runs ended. */
export function NowCard({ lastRuns }: Pick<Overview, 'lastRuns'>) {
  const styles = useStyles()
  const { running, pace } = useLive()
  return (
    <Section title={nowTexts.title}>
      <div className={styles.card}>
        {running ? <RunningNow running={running} pace={pace} /> : <IdleNow lastRuns={lastRuns} />}
      </div>
    </Section>
  )
}

function RunningNow({ running, pace }: { readonly running: RunningRun; readonly pace: Pace | null }) {
  const styles = useStyles()
  const { kind, startedBy, startedAt, progress } = running
  const percent = percentOf(progress)
  return (
    <>
      <p className={styles.state}>
        <span className={styles.strong}>{texts.runKinds[kind]}</span>
        <span className={styles.numbers}>{percent !== null && `${percent} %`}</span>
      </p>
      <PhaseProgress progress={progress} pace={pace} />
      <p className={styles.quiet}>
        {nowTexts.started} <Moment at={startedAt} />{' '}
        {startedBy === 'schedule' ? nowTexts.bySchedule : nowTexts.byPerson}
      </p>
    </>
  )
}

function IdleNow({ lastRuns }: Pick<Overview, 'lastRuns'>) {
  const styles = useStyles()
  return (
    <>
      <p className={styles.state}>
        <span className={styles.strong}>{nowTexts.idle}</span>
      </p>
      {lastRuns.length === 0 && <p className={styles.quiet}>{nowTexts.never}</p>}
      {lastRuns.map(({ run, sentence }, index) => (
        <EndedRun key={run.id} label={index === 0 ? nowTexts.last : nowTexts.previous} run={run} sentence={sentence} />
      ))}
    </>
  )
}
