import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Section } from '../../components/Section.tsx'
import { texts } from '../../texts/texts.ts'
import type { Draft } from '../draft/draft.ts'
import { Stack } from '../fields/Stack.tsx'
import { LiveFindings } from './LiveFindings.tsx'
import { useLiveCheck } from './useLiveCheck.ts'

interface CheckedSectionProps {
  readonly side: 'directory' | 'store'
  readonly title: string
  readonly draft: Draft
  readonly children: ReactNode
}

/** The settings of one side, which can be tried as the draft has them; each check ticks as soon as it is made. */
export function CheckedSection({ side, title, draft, children }: CheckedSectionProps) {
  const { state, begin } = useLiveCheck(side)
  const { check } = texts.configure
  return (
    <Section
      title={title}
      actions={
        <Button disabledFocusable={state.kind === 'running'} onClick={() => begin(draft)}>
          {state.kind === 'ended' ? check.again[side] : check.begin[side]}
        </Button>
      }
    >
      <Stack>
        {state.kind !== 'never' && <LiveFindings state={state} onTryAgain={() => begin(draft)} />}
        {children}
      </Stack>
    </Section>
  )
}
