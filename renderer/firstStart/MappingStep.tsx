import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { problemsAt } from '../configure/draft/problemsAt.ts'
import { MappingEditor } from '../configure/mapping/MappingEditor.tsx'
import { texts } from '../texts/texts.ts'
import { SampleTable } from './SampleTable.tsx'
import { StepFrame } from './StepFrame.tsx'
import type { StepProps } from './stepProps.ts'

/** What three real people would look like in the cloud, and the mapping beside it when it has to be changed. */
export function MappingStep({ editor, onNext }: StepProps) {
  const [shows, setShows] = useState<'people' | 'mapping'>('people')
  const wrong = problemsAt(editor.problems, 'mapping').length
  return (
    <StepFrame step="mapping" notReady={wrong > 0 ? texts.firstStart.notReady.problems(wrong) : null} onNext={onNext}>
      <SampleTable draft={editor.draft} />
      {shows === 'mapping' ? (
        <MappingEditor {...editor} />
      ) : (
        <div>
          <Button onClick={() => setShows('mapping')}>{texts.firstStart.samples.change}</Button>
        </div>
      )}
    </StepFrame>
  )
}
