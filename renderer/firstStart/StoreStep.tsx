import { Section } from '../components/Section.tsx'
import { problemsAt } from '../configure/draft/problemsAt.ts'
import { Stack } from '../configure/fields/Stack.tsx'
import { StoreEditor } from '../configure/general/StoreEditor.tsx'
import { texts } from '../texts/texts.ts'
import { SideChecks } from './SideChecks.tsx'
import { SideGrid } from './SideGrid.tsx'
import { StepFrame } from './StepFrame.tsx'
import type { StepProps } from './stepProps.ts'
import { useSideStep } from './useSideStep.ts'

/** Signing in to the cloud store, and making sure that it is the right one. */
export function StoreStep({ editor, onNext }: StepProps) {
  const { state, check, notReady } = useSideStep('store', editor.draft, problemsAt(editor.problems, 'store').length)
  return (
    <StepFrame step="store" notReady={notReady} onNext={onNext}>
      <SideGrid>
        <Section title={texts.configure.general.store}>
          <Stack>
            <StoreEditor {...editor} />
          </Stack>
        </Section>
        <SideChecks side="store" editor={editor} state={state} check={check} />
      </SideGrid>
    </StepFrame>
  )
}
