import { Body1Strong, Link, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Run } from '../../app/model/run.ts'
import { Moment } from '../components/Moment.tsx'
import { shownDuration } from '../texts/moment.ts'
import { texts } from '../texts/texts.ts'
import { didSentence, secondsOf } from './didSentence.ts'
import { ResultMark } from './ResultMark.tsx'
import { RunFailure } from './RunFailure.tsx'

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', flexShrink: 0, gap: tokens.spacingVerticalS },
  headline: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  line: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  facts: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXXL, margin: 0 },
  fact: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  label: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0 },
})

interface RunHeadProps {
  readonly run: Run
  /** At the right of the facts. */
  readonly children: ReactNode
}

/** How a run ended and what it did, in a line; when and how long; and what went wrong. */
export function RunHead({ run, children }: RunHeadProps) {
  const styles = useStyles()
  const { facts, notEnded, plan } = texts.runs.run
  const { kind, status, startedAt, endedAt, planId, error } = run
  const seconds = secondsOf(run)
  return (
    <div className={styles.head}>
      <div className={styles.headline}>
        <Body1Strong>
          <ResultMark status={status} />
        </Body1Strong>
        {error === null && <Body1Strong>{didSentence(run)}</Body1Strong>}
      </div>
      <div className={styles.line}>
        <dl className={styles.facts}>
          <Fact label={facts.kind}>{texts.runKinds[kind]}</Fact>
          <Fact label={facts.started}>
            <Moment at={startedAt} />
          </Fact>
          <Fact label={facts.ended}>{endedAt === null ? notEnded : <Moment at={endedAt} />}</Fact>
          {seconds !== null && <Fact label={facts.took}>{shownDuration(seconds)}</Fact>}
          {planId !== null && (
            <Fact label={facts.plan}>
              <Link href={`#/plans/${planId}`}>{plan(planId)}</Link>
            </Fact>
          )}
        </dl>
        {children}
      </div>
      {error && <RunFailure error={error} />}
    </div>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <div className={styles.fact}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  )
}
