import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Progress } from '../../app/model/progress.ts'
import type { RunKind } from '../../app/model/run.ts'
import { useLive } from '../frame/LiveService.tsx'
import { texts } from '../texts/texts.ts'
import { type ProgressMark, shownProgress } from './shownProgress.ts'

const useStyles = makeStyles({
  title: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  bar: { margin: `${tokens.spacingVerticalS} 0` },
  line: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
})

/** What runs now, how far it is, and how long it takes still. `kind` is what was asked for while nothing was heard yet. */
export function RunProgress({ kind }: { readonly kind: RunKind }) {
  const styles = useStyles()
  const { running } = useLive()
  const words = texts.plan.progress
  const since = useMark(running?.progress ?? null)
  const shown = running?.progress && since ? shownProgress(running.progress, since, Date.now()) : null
  return (
    <div>
      <div className={styles.title}>{words.running[running?.kind ?? kind]}</div>
      <ProgressBar
        className={styles.bar}
        aria-label={words.label}
        {...(shown?.share !== null && shown !== null && { value: shown.share })}
      />
      <div className={styles.line}>
        {shown?.sentence ?? words.starting}. {words.mayLeave}
      </div>
    </div>
  )
}

/** Where the present phase was when it was first seen; its age is looked at every second, so that rate and time go on. */
function useMark(progress: Progress | null): ProgressMark | null {
  const [mark, setMark] = useState<ProgressMark | null>(null)
  const [, setSecond] = useState(0)
  if (progress && (mark?.phase !== progress.phase || mark.done > progress.done)) {
    setMark({ phase: progress.phase, done: progress.done, at: Date.now() })
  }
  useEffect(() => {
    const timer = setInterval(() => setSecond((second) => second + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return mark
}
