import { Section } from '../components/Section.tsx'
import { problemsAt } from '../configure/draft/problemsAt.ts'
import { Stack } from '../configure/fields/Stack.tsx'
import { BindEditor } from '../configure/general/BindEditor.tsx'
import { ServersEditor } from '../configure/general/ServersEditor.tsx'
import { TlsEditor } from '../configure/general/TlsEditor.tsx'
import { texts } from '../texts/texts.ts'
import { SideChecks } from './SideChecks.tsx'
import { SideGrid } from './SideGrid.tsx'
import { StepFrame } from './StepFrame.tsx'
import type { StepProps } from './stepProps.ts'
import { useSideStep } from './useSideStep.ts'

/** Choosing the directory and binding to it. */
export function DirectoryStep({ editor, onNext }: StepProps) {
  const { general } = texts.configure
  const problems = problemsAt(editor.problems, 'directory').length
  const { state, check, notReady } = useSideStep('directory', editor.draft, problems)
  return (
    <StepFrame step="directory" notReady={notReady} onNext={onNext}>
      <SideGrid>
        <Section title={general.directory}>
          <Stack>
            <ServersEditor {...editor} />
            <BindEditor {...editor} />
            <TlsEditor {...editor} />
          </Stack>
        </Section>
        <SideChecks side="directory" editor={editor} state={state} check={check} />
      </SideGrid>
    </StepFrame>
  )
}
