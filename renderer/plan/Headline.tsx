import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { type ReactNode, useEffect, useState } from 'react'
import type { PlanSummary } from '../../app/api/plans/planBrowser.ts'
import type { Run, RunKind } from '../../app/model/run.ts'
import { api } from '../client.ts'
import { Moment } from '../components/Moment.tsx'
import { shownDuration } from '../texts/moment.ts'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'
import { planAddress } from './planView.ts'
import { RunProgress } from './RunProgress.tsx'

interface HeadlineProps {
  readonly summary: PlanSummary
  /** What runs, or was asked for just now; null for nothing. */
  readonly running: RunKind | null
  /** The id of the newest plan; null while it is not known. */
  readonly newest: number | null
  /** At the right end of the last line. */
  readonly tools: ReactNode
}

const useStyles = makeStyles({
  // As high as progress is, so that nothing below moves when a run begins.
  headline: { minHeight: '76px' },
  progress: { maxWidth: '720px' },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalL, marginTop: tokens.spacingVerticalXS },
  sentence: {
    margin: 0,
    maxWidth: '140ch',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  about: { flexGrow: 1, color: tokens.colorNeutralForeground3 },
})

/** The plan in one line, and below it which plan that is; while something runs, how far that is. */
export function Headline({ summary, running, newest, tools }: HeadlineProps) {
  const styles = useStyles()
  const { header, sentence } = summary
  const { plan, made, ago, basis, appliedBy, newer, run: runText } = texts.plan
  const runs = useAnswer<readonly Run[]>(['runs'], (signal) => api.runs.query(undefined, { signal }))
  const seconds = useSecondsSince(header.createdAt)
  if (running !== null) {
    return (
      <div className={styles.headline}>
        <div className={styles.progress}>
          <RunProgress kind={running} />
        </div>
      </div>
    )
  }
  const isApplied = header.status === 'applied' || header.status === 'partly-applied'
  const applied = isApplied
    ? runs.data?.find(({ planId, status }) => planId === header.id && status !== 'planned')
    : null
  return (
    <div className={styles.headline}>
      <p className={styles.sentence}>{sentence}</p>
      <div className={styles.line}>
        <div className={styles.about}>
          {plan(header.id)}, {made} {seconds < 3600 ? ago(shownDuration(seconds)) : <Moment at={header.createdAt} />}
          {' · '}
          {basis[header.basis.kind]}
          {newest !== null && newest !== header.id && (
            <>
              {' · '}
              {newer} <Link href={`#${planAddress(newest)}`}>{plan(newest)}</Link>
            </>
          )}
          {applied && (
            <>
              {' · '}
              {appliedBy} <Link href={`#/runs/${applied.id}`}>{runText(applied.id)}</Link>
            </>
          )}
        </div>
        {tools}
      </div>
    </div>
  )
}

/** How long ago something was; looked at anew every ten seconds. */
function useSecondsSince(at: string): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, (now - Date.parse(at)) / 1000)
}
