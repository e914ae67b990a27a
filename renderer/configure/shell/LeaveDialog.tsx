import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { texts } from '../../texts/texts.ts'
import { draftStore } from '../draft/draftStore.ts'
import type { CheckedAnswer } from '../draft/useChecked.ts'
import type { EditingState } from '../draft/useEditing.ts'
import { canSave } from './canSave.ts'
import { DifferenceList } from './DifferenceList.tsx'
import { useLeaveGuard } from './useLeaveGuard.ts'
import { useSave } from './useSave.ts'

interface LeaveDialogProps {
  readonly editing: EditingState
  readonly answer: CheckedAnswer
}

/** Asks what shall become of unsaved changes when somebody leaves the configuration. */
export function LeaveDialog({ editing, answer }: LeaveDialogProps) {
  const { leave: words } = texts.configure
  const { wanted, stay, leave } = useLeaveGuard(editing.isChanged)
  const save = useSave(editing)
  const isSavable = canSave(editing, answer)
  return (
    <Dialog open={wanted !== null} modalType="alert" onOpenChange={(_, { open }) => !open && stay()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>
            <DifferenceList differences={answer.checked?.differences ?? []} />
            {!isSavable && <p>{words.notSavable}</p>}
            {save.error && <ErrorNotice error={save.error} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={stay}>{words.stay}</Button>
            <Button
              onClick={() => {
                draftStore.discard()
                leave()
              }}
            >
              {words.discard}
            </Button>
            <Button onClick={leave}>{words.keep}</Button>
            <Button
              appearance="primary"
              disabledFocusable={!isSavable || save.isPending}
              onClick={() => save.mutate(undefined, { onSuccess: leave })}
            >
              {words.save}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
