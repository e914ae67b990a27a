import { useEffect, useRef } from 'react'
import { api } from '../client.ts'
import { directoryDraft } from '../configure/draft/directoryDraft.ts'
import { problemsAt } from '../configure/draft/problemsAt.ts'
import { inSelection } from '../configure/selection/inSelection.ts'
import { BasesEditor, KindsEditor } from '../configure/selection/SelectionEditor.tsx'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'
import { SideGrid } from './SideGrid.tsx'
import { StepFrame } from './StepFrame.tsx'
import type { StepProps } from './stepProps.ts'

/** Choosing containers and kinds; begins with the whole domain, which the tree shows. */
export function SelectionStep({ editor, onNext }: StepProps) {
  const { draft, change, problems } = editor
  const asked = directoryDraft(draft, [])
  const { data } = useAnswer(['directory', 'answer', asked], (signal) =>
    api.directory.answer.query({ draft: asked }, { signal }),
  )
  const whole = data?.defaultNamingContext ?? data?.namingContexts[0] ?? null
  const isEmpty = draft.selection.baseDns.length === 0
  const isOffered = useRef(false)
  useEffect(() => {
    if (isOffered.current || whole === null) return
    isOffered.current = true
    // Only what a person meets first: whoever empties the list later wants to choose.
    if (isEmpty) change(inSelection({ baseDns: [whole] }))
  }, [isEmpty, whole, change])
  const wrong = problemsAt(problems, 'selection').length
  const notReady = wrong > 0 ? texts.firstStart.notReady.problems(wrong) : null
  return (
    <StepFrame step="selection" notReady={notReady} onNext={onNext}>
      <SideGrid>
        <BasesEditor {...editor} />
        <KindsEditor {...editor} />
      </SideGrid>
    </StepFrame>
  )
}
