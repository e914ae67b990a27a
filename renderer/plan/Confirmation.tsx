import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import { isApproval } from './approval.ts'

interface ConfirmationProps {
  readonly title: string
  /** Paragraphs: what will happen. */
  readonly sentences: readonly string[]
  /** What has to be typed, and under which label; without it a click is enough. */
  readonly typed?: { readonly label: string; readonly text: string }
  readonly confirm: string
  readonly cancel: string
  readonly onConfirm: () => void
  readonly onClose: () => void
}

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  paragraph: { margin: 0 },
  confirm: { whiteSpace: 'nowrap' },
  input: { maxWidth: '240px' },
})

/** Asks once more before something is done, and for a number where it takes something away. */
export function Confirmation({ title, sentences, typed, confirm, cancel, onConfirm, onClose }: ConfirmationProps) {
  const styles = useStyles()
  const [text, setText] = useState('')
  const isReady = typed === undefined || isApproval(text, typed.text)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    onClose()
    onConfirm()
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form onSubmit={onSubmit}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {sentences.map((sentence) => (
                <p key={sentence} className={styles.paragraph}>
                  {sentence}
                </p>
              ))}
              {typed && (
                <Field label={typed.label}>
                  <Input
                    className={styles.input}
                    value={text}
                    autoComplete="off"
                    autoFocus
                    onChange={(_, { value }) => setText(value)}
                  />
                </Field>
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose} autoFocus={typed === undefined}>
                {cancel}
              </Button>
              <Button type="submit" appearance="primary" disabled={!isReady} className={styles.confirm}>
                {confirm}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
