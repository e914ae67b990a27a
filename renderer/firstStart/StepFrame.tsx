import { Body1, Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { type ReactNode, useId } from 'react'
import { goTo } from '../frame/hashAddress.ts'
import { texts } from '../texts/texts.ts'
import { type Step, stepBefore } from './steps.ts'

interface StepFrameProps {
  readonly step: Step
  /** Why one cannot go on yet; null when one can. */
  readonly notReady: string | null
  readonly onNext: () => void
  readonly children: ReactNode
}

const useStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0, flexGrow: 1 },
  heading: { margin: 0 },
  hint: { color: tokens.colorNeutralForeground2 },
  actions: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  why: { color: tokens.colorNeutralForeground2 },
})

/** One step: its question, what answers it, and the way on, which says why it is closed while it is. */
export function StepFrame({ step, notReady, onNext, children }: StepFrameProps) {
  const styles = useStyles()
  const id = useId()
  const { steps: words, back } = texts.firstStart
  const before = stepBefore(step)
  return (
    <section className={styles.step} aria-labelledby={`${id}-heading`}>
      <div>
        <Subtitle2 as="h2" id={`${id}-heading`} className={styles.heading}>
          {words[step].heading}
        </Subtitle2>
        <div>
          <Body1 className={styles.hint}>{words[step].hint}</Body1>
        </div>
      </div>
      {children}
      <div className={styles.actions}>
        <Button onClick={() => goTo(before === null ? '/start' : `/start/${before}`)}>{back}</Button>
        <Button
          appearance="primary"
          disabledFocusable={notReady !== null}
          aria-describedby={`${id}-why`}
          onClick={onNext}
        >
          {words[step].next}
        </Button>
        <Body1 id={`${id}-why`} className={styles.why} role="status">
          {notReady}
        </Body1>
      </div>
    </section>
  )
}
