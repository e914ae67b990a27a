import { Button, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components'
import { QuestionCircleRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Explanation } from '../../app/api/explain/explanation.ts'
import { api } from '../client.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import type { DecisionStep } from '../people/decisionStep.ts'
import { decisionSteps } from '../people/decisionSteps.ts'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, padding: 0, listStyleType: 'none' },
  step: {
    display: 'grid',
    gridTemplateColumns: '20px 88px minmax(0, 1fr)',
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  name: { color: tokens.colorNeutralForeground2 },
  more: { color: tokens.colorNeutralForeground3 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorPaletteGreenForeground1 },
  stop: { color: tokens.colorPaletteRedForeground1 },
  unsure: { color: tokens.colorPaletteMarigoldForeground2 },
  plain: { color: tokens.colorNeutralForeground3 },
})

const marks: Readonly<Record<DecisionStep['mark'], string>> = { good: '✓', stop: '✕', unsure: '?', plain: '·' }

/** Asks for the way of one object through every decision, and shows it step by step. */
export function Why({ who }: { readonly who: string }) {
  const [asked, setAsked] = useState(false)
  if (asked) return <Steps who={who} />
  return (
    <div>
      <Button size="small" icon={<QuestionCircleRegular />} onClick={() => setAsked(true)}>
        {texts.plan.item.why}
      </Button>
    </div>
  )
}

function Steps({ who }: { readonly who: string }) {
  const styles = useStyles()
  const words = texts.plan.item
  const { data, error, refetch } = useAnswer<Explanation>(['explain', who], (signal) =>
    api.explain.query({ who }, { signal }),
  )
  if (error) return <ErrorNotice error={error} onTryAgain={() => void refetch()} />
  if (!data) {
    return (
      <Skeleton aria-label={words.whyAsking}>
        <p className={styles.quiet}>{words.whyAsking}</p>
        <SkeletonItem size={16} style={{ width: '85%', margin: '8px 0' }} />
        <SkeletonItem size={16} style={{ width: '70%' }} />
      </Skeleton>
    )
  }
  const [entry] = data.entries
  const last = (entry?.history ?? data.history).find(({ outcome }) => outcome !== null)
  return (
    <section aria-live="polite">
      <p className={styles.quiet}>{entry ? words.whyNow : words.whyNobody}</p>
      <ol className={styles.list}>
        {(entry ? decisionSteps(entry) : []).map(({ name, mark, sentences }) => (
          <Step key={name} title={words.steps[name]} mark={mark} sentences={sentences} />
        ))}
        <Step
          title={words.last}
          mark={last ? (last.outcome?.kind === 'done' ? 'good' : 'stop') : 'plain'}
          sentences={
            last
              ? [words.lastLine(last.planId, last.told.word, last.told.result || words.notApplied), last.told.message]
              : [words.lastNone]
          }
        />
      </ol>
    </section>
  )
}

function Step({ title, mark, sentences }: Pick<DecisionStep, 'mark' | 'sentences'> & { readonly title: string }) {
  const styles = useStyles()
  const [first, ...others] = sentences.filter((sentence) => sentence !== '')
  return (
    <li className={styles.step}>
      <span role="img" aria-label={texts.plan.item.marks[mark]} className={styles[mark]}>
        {marks[mark]}
      </span>
      <span className={styles.name}>{title}</span>
      <span>
        {first}
        {others.length > 0 && <span className={styles.more}> {others.join(' ')}</span>}
      </span>
    </li>
  )
}
