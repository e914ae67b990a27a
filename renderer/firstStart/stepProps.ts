import type { EditorProps } from '../configure/draft/draft.ts'

/** What every step takes. */
export interface StepProps {
  readonly editor: EditorProps
  readonly onNext: () => void
}
