import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components'
import type { Progress } from '../../app/model/progress.ts'
import { type Pace, percentOf, rateOf, secondsLeft } from '../frame/pace.ts'
import { shownNumber } from '../texts/counting.ts'
import { remainingSpan } from '../texts/roughSpan.ts'
import { texts } from '../texts/texts.ts'

interface PhaseProgressProps {
  /** Null before the first word of a run. */
  readonly progress: Progress | null
  readonly pace: Pace | null
}

const useStyles = makeStyles({
  line: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalM, margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  numbers: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
})

/** Which phase a run is in, how far that is, its rate and the time that is left. Holds its height whatever is known. */
export function PhaseProgress({ progress, pace }: PhaseProgressProps) {
  const styles = useStyles()
  const { progress: words } = texts
  const phase = texts.phases[progress?.phase ?? 'connect']
  const percent = percentOf(progress)
  const rate = rateOf(pace)
  const left = progress && secondsLeft(pace, progress)
  return (
    <div>
      <p className={styles.line}>
        <span>{phase}</span>
        <span className={styles.numbers}>{progress && amountOf(progress)}</span>
      </p>
      <ProgressBar
        aria-label={words.label(phase)}
        {...(percent !== null && { value: percent / 100 })}
        thickness="large"
      />
      <p className={styles.line}>
        <span className={styles.quiet}>{rate === null ? words.measuring : words.rate(shownRate(rate))}</span>
        <span className={styles.quiet}>{left !== null && words.left(remainingSpan(left))}</span>
      </p>
    </div>
  )
}

function amountOf({ done, total }: Progress): string {
  const { progress: words } = texts
  return total === undefined ? words.done(shownNumber(done)) : words.doneOf(shownNumber(done), shownNumber(total))
}

function shownRate(rate: number): string {
  return rate < 10 ? rate.toFixed(1) : shownNumber(Math.round(rate))
}
