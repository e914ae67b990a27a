import { Link, makeStyles, tokens } from '@fluentui/react-components'
import type { Run } from '../../app/model/run.ts'
import { Moment } from '../components/Moment.tsx'
import { texts } from '../texts/texts.ts'
import { RunMark } from './RunMark.tsx'

interface EndedRunProps {
  /** Which of the last runs it is. */
  readonly label: string
  readonly run: Run
  readonly sentence: string
}

const useStyles = makeStyles({
  run: { display: 'grid', gridTemplateColumns: '52px minmax(0, 1fr) auto', columnGap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
  kind: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  sentence: {
    gridColumn: '2 / -1',
    color: tokens.colorNeutralForeground2,
    display: '-webkit-box',
    overflow: 'hidden',
    WebkitLineClamp: '2',
    WebkitBoxOrient: 'vertical',
  },
})

/** How one of the last runs has ended, in two lines. */
export function EndedRun({ label, run, sentence }: EndedRunProps) {
  const styles = useStyles()
  return (
    <div className={styles.run}>
      <span className={styles.quiet}>{label}</span>
      <span className={styles.kind}>
        <RunMark status={run.status} />
        <Link href={`#/runs/${run.id}`}>{texts.runKinds[run.kind]}</Link>
      </span>
      <span className={styles.quiet}>
        <Moment at={run.endedAt ?? run.startedAt} />
      </span>
      <span className={styles.sentence} title={sentence}>
        {sentence}
      </span>
    </div>
  )
}
