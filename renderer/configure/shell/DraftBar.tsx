import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Spinner,
  tokens,
} from '@fluentui/react-components'
import type { ConfigurationPage } from '../../../app/api/overview/overview.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { problemOf } from '../../problem.ts'
import { texts } from '../../texts/texts.ts'
import { draftStore } from '../draft/draftStore.ts'
import type { CheckedAnswer } from '../draft/useChecked.ts'
import type { EditingState } from '../draft/useEditing.ts'
import { canSave } from './canSave.ts'
import { DifferenceList } from './DifferenceList.tsx'
import { ProblemLinks } from './ProblemLinks.tsx'
import { useSave } from './useSave.ts'
import { useTrial } from './useTrial.ts'

interface DraftBarProps {
  readonly page: ConfigurationPage
  readonly editing: EditingState
  readonly answer: CheckedAnswer
}

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '32px' },
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
  words: {
    flexGrow: 1,
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  list: { maxWidth: '640px' },
})

/** What is not saved, and what can be done with it. */
export function DraftBar({ page, editing, answer }: DraftBarProps) {
  const styles = useStyles()
  const { bar: words } = texts.configure
  const save = useSave(editing)
  const trial = useTrial()
  const { checked } = answer
  const isSavable = canSave(editing, answer)
  const isBusy = save.isPending || trial.isPending
  const differences = checked?.differences ?? []
  const problems = checked?.problems ?? []
  const failure = trial.error ?? (isOvertaking(save.error) ? null : save.error)
  return (
    <section aria-label={words.label} className={styles.bar}>
      {failure && <ErrorNotice error={failure} />}
      {editing.isChanged && problems.length > 0 && <ProblemLinks page={page} problems={problems} />}
      <div className={styles.line}>
        {editing.isChanged ? (
          <>
            <Popover withArrow positioning="above-start" trapFocus>
              <PopoverTrigger disableButtonEnhancement>
                <Button appearance="subtle" className={styles.button}>
                  {words.changes(differences.length)}
                </Button>
              </PopoverTrigger>
              <PopoverSurface aria-label={words.changes(differences.length)} className={styles.list}>
                <DifferenceList differences={differences} />
              </PopoverSurface>
            </Popover>
            <span className={styles.words} role="status">
              {trial.isPending ? (
                <Spinner size="tiny" label={words.trying} />
              ) : (
                checked?.needsDryRun && words.needsDryRun
              )}
            </span>
            <Button className={styles.button} disabledFocusable={isBusy} onClick={() => draftStore.discard()}>
              {words.discard}
            </Button>
            <Button
              className={styles.button}
              disabledFocusable={!isSavable || isBusy}
              onClick={() => checked?.settings && trial.mutate(checked.settings)}
            >
              {words.whatIf}
            </Button>
            <Button
              className={styles.button}
              disabledFocusable={!isSavable || isBusy}
              onClick={() => save.mutate(undefined, { onSuccess: () => trial.mutate(null) })}
            >
              {words.saveAndTry}
            </Button>
            <Button appearance="primary" disabledFocusable={!isSavable || isBusy} onClick={() => save.mutate()}>
              {words.save}
            </Button>
          </>
        ) : (
          <span className={styles.words} role="status">
            {trial.isPending ? <Spinner size="tiny" label={words.trying} /> : words.saved}
          </span>
        )}
      </div>
    </section>
  )
}

/** That somebody else has saved meanwhile is said where it can be mended. */
function isOvertaking(error: Error | null): boolean {
  return error !== null && problemOf(error).code === 'settings-changed-meanwhile'
}
