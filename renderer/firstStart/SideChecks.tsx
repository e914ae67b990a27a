import { Button } from '@fluentui/react-components'
import { Section } from '../components/Section.tsx'
import type { EditorProps } from '../configure/draft/draft.ts'
import { problemsAt } from '../configure/draft/problemsAt.ts'
import { LiveFindings } from '../configure/general/LiveFindings.tsx'
import type { LiveCheckState } from '../configure/general/useLiveCheck.ts'
import { texts } from '../texts/texts.ts'

interface SideChecksProps {
  readonly side: 'directory' | 'store'
  readonly editor: EditorProps
  readonly state: LiveCheckState
  readonly check: () => void
}

/** The checks of one side, which can be made again at any time. */
export function SideChecks({ side, editor, state, check }: SideChecksProps) {
  const { check: words } = texts.configure
  const isWrong = problemsAt(editor.problems, side).length > 0
  return (
    <Section title={texts.firstStart.checks}>
      <Button disabledFocusable={isWrong || state.kind === 'running'} onClick={check}>
        {state.kind === 'ended' ? words.again[side] : words.begin[side]}
      </Button>
      <LiveFindings state={state} onTryAgain={check} />
    </Section>
  )
}
