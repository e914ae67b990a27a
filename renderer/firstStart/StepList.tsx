import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Filled, Circle16Filled, Circle16Regular } from '@fluentui/react-icons'
import { texts } from '../texts/texts.ts'
import { type Step, steps } from './steps.ts'

interface StepListProps {
  readonly here: Step
  readonly isDone: (step: Step) => boolean
}

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', minWidth: '200px' },
  step: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '32px' },
  link: { color: tokens.colorNeutralForeground1 },
  here: { fontWeight: tokens.fontWeightSemibold },
  open: { color: tokens.colorNeutralForeground3 },
  done: { color: tokens.colorPaletteGreenForeground1 },
})

/** All steps at the left; those that are done can be gone back to. */
export function StepList({ here, isDone }: StepListProps) {
  const styles = useStyles()
  const { steps: names, stepsLabel, states } = texts.firstStart
  return (
    <nav aria-label={stepsLabel}>
      <ol className={styles.list}>
        {steps.map((step) => {
          const state = step === here ? 'here' : isDone(step) ? 'done' : 'open'
          const Sign = { done: CheckmarkCircle16Filled, here: Circle16Filled, open: Circle16Regular }[state]
          return (
            <li
              key={step}
              className={mergeClasses(styles.step, state !== 'done' && styles[state])}
              aria-current={state === 'here' ? 'step' : undefined}
            >
              <Sign className={mergeClasses(state === 'done' && styles.done)} aria-label={states[state]} />
              {state === 'done' ? (
                <a href={`#/start/${step}`} className={styles.link}>
                  {names[step].name}
                </a>
              ) : (
                names[step].name
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
