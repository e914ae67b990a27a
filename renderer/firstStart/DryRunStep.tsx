import { makeStyles, tokens } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../client.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { Section } from '../components/Section.tsx'
import type { Draft } from '../configure/draft/draft.ts'
import { merged } from '../configure/draft/merged.ts'
import { Stack } from '../configure/fields/Stack.tsx'
import { TextSetting } from '../configure/fields/TextSetting.tsx'
import { useSave } from '../configure/shell/useSave.ts'
import { goTo } from '../frame/hashAddress.ts'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'
import { StepFrame } from './StepFrame.tsx'
import type { StepProps } from './stepProps.ts'

interface DryRunStepProps extends Pick<StepProps, 'editor'> {
  /** Names the saved state that the draft was made from: a dry run that failed is tried again after the settings were saved. */
  readonly revision: string | null
}

/** Saves the settings, and leads to the plan of the first dry run. */
export function DryRunStep({ editor, revision }: DryRunStepProps) {
  const { draft, change, problems } = editor
  const { summary, notReady, running } = texts.firstStart
  const queries = useQueryClient()
  const save = useSave({ draft, revision })
  const finish = useMutation({
    mutationFn: async () => {
      await save.mutateAsync()
      return (await api.dryRun.mutate({})).plan.id
    },
    onSuccess: async (planId) => {
      goTo(`/plans/${planId}`)
      await queries.invalidateQueries()
    },
  })
  const why = problems.length > 0 ? notReady.problems(problems.length) : finish.isPending ? running : null
  return (
    <StepFrame step="dry-run" notReady={why} onNext={() => finish.mutate()}>
      <Section title={summary.heading}>
        <Stack>
          <TextSetting
            label={summary.name}
            hint={summary.nameHint}
            place="name"
            problems={problems}
            value={draft.name}
            onChange={(name) => change((it) => merged(it, { name }))}
          />
          <InWords draft={draft} isWhole={problems.length === 0} />
        </Stack>
      </Section>
      {finish.error !== null && <ErrorNotice error={finish.error} onTryAgain={() => finish.mutate()} />}
    </StepFrame>
  )
}

const useStyles = makeStyles({ sentences: { margin: 0, paddingLeft: tokens.spacingHorizontalL } })

/** What all steps together have come to. */
function InWords({ draft, isWhole }: { readonly draft: Draft; readonly isWhole: boolean }) {
  const styles = useStyles()
  const { data } = useAnswer(
    ['draft', 'sentences', draft],
    (signal) => api.draft.sentences.query({ settings: draft }, { signal }),
    { while: 'kept', enabled: isWhole },
  )
  return (
    <ul className={styles.sentences}>
      {data?.map(({ sentence }) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
