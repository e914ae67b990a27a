import { Body1, Link, makeStyles, tokens } from '@fluentui/react-components'
import { assertNever } from '../assertNever.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { Page } from '../components/Page.tsx'
import { draftStore } from '../configure/draft/draftStore.ts'
import { useChecked } from '../configure/draft/useChecked.ts'
import { type EditingState, useEditing } from '../configure/draft/useEditing.ts'
import { goTo, useHashSegments } from '../frame/hashAddress.ts'
import { texts } from '../texts/texts.ts'
import { DirectoryStep } from './DirectoryStep.tsx'
import { DryRunStep } from './DryRunStep.tsx'
import { MappingStep } from './MappingStep.tsx'
import { SelectionStep } from './SelectionStep.tsx'
import { StepList } from './StepList.tsx'
import { StoreStep } from './StoreStep.tsx'
import type { StepProps } from './stepProps.ts'
import { isStep, type Step, stepAfter, steps } from './steps.ts'
import { Welcome } from './Welcome.tsx'

const useStyles = makeStyles({
  steps: { display: 'flex', gap: tokens.spacingHorizontalXXXL, flexGrow: 1 },
})

/** From nothing to the first dry run, step by step (DC-93). */
export default function FirstStartPage() {
  const [, step] = useHashSegments()
  const answer = useEditing()
  return (
    <Page title={texts.firstStart.title}>
      {answer.kind === 'failed' && <ErrorNotice error={answer.error} onTryAgain={answer.again} />}
      {answer.kind === 'ready' && <Start editing={answer.editing} step={isStep(step) ? step : null} />}
    </Page>
  )
}

function Start({ editing, step }: { readonly editing: EditingState; readonly step: Step | null }) {
  const { settingsThere, toDashboard } = texts.firstStart
  if (editing.saved !== null && step !== 'dry-run') {
    return (
      <Body1>
        {settingsThere} <Link href="#/">{toDashboard}</Link>
      </Body1>
    )
  }
  if (step === null) {
    const begin = (draft: EditingState['draft']) => {
      draftStore.change(null, draft, () => draft)
      goTo('/start/store')
    }
    return <Welcome begin={begin} />
  }
  return <Steps editing={editing} step={step} />
}

function Steps({
  editing: { draft, change, revision },
  step,
}: {
  readonly editing: EditingState
  readonly step: Step
}) {
  const styles = useStyles()
  const { checked, error, again } = useChecked(draft)
  if (checked === undefined) return error === null ? null : <ErrorNotice error={error} onTryAgain={again} />
  const editor = { draft, change, problems: checked.problems }
  const onNext = () => {
    const next = stepAfter(step)
    if (next !== null) goTo(`/start/${next}`)
  }
  return (
    <div className={styles.steps}>
      <StepList here={step} isDone={(one) => steps.indexOf(one) < steps.indexOf(step)} />
      {step === 'dry-run' ? (
        <DryRunStep editor={editor} revision={revision} />
      ) : (
        <StepBody key={step} step={step} editor={editor} onNext={onNext} />
      )}
    </div>
  )
}

function StepBody({ step, editor, onNext }: StepProps & { readonly step: Exclude<Step, 'dry-run'> }) {
  switch (step) {
    case 'store':
      return <StoreStep editor={editor} onNext={onNext} />
    case 'directory':
      return <DirectoryStep editor={editor} onNext={onNext} />
    case 'selection':
      return <SelectionStep editor={editor} onNext={onNext} />
    case 'mapping':
      return <MappingStep editor={editor} onNext={onNext} />
    default:
      return assertNever(step)
  }
}
