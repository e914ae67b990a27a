import { makeStyles, tokens } from '@fluentui/react-components'
import type { RunKind } from '../../app/model/run.ts'
import { PhaseProgress } from '../components/PhaseProgress.tsx'
import { useLive } from '../frame/LiveService.tsx'
import { texts } from '../texts/texts.ts'

const useStyles = makeStyles({
  title: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** What runs now, how far it is, and how long it takes still. `kind` is what was asked for while nothing was heard yet. */
export function RunProgress({ kind }: { readonly kind: RunKind }) {
  const styles = useStyles()
  const { running, pace } = useLive()
  const words = texts.plan.progress
  return (
    <div>
      <div className={styles.title}>{words.running[running?.kind ?? kind]}</div>
      <PhaseProgress progress={running?.progress ?? null} pace={pace} />
      <div className={styles.quiet}>{words.mayLeave}</div>
    </div>
  )
}
