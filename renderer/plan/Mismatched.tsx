import { Link, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { SavedSettings } from '../../app/api/configuration/configuration.ts'
import type { PlanSummary } from '../../app/api/plans/planBrowser.ts'
import type { Settings } from '../../app/settings/schema.ts'
import { api } from '../client.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'
import { useDeed } from '../useDeed.ts'
import { Confirmation } from './Confirmation.tsx'
import { objectsIn } from './objectCounts.ts'
import { countIn, type PlanView } from './planView.ts'

interface MismatchedProps {
  readonly summary: PlanSummary
  readonly isBusy: boolean
  readonly onView: (part: Partial<PlanView>) => void
  readonly onDryRun: () => void
}

type Choice = Settings['mismatched']

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    flexShrink: 0,
    columnGap: tokens.spacingHorizontalM,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  choice: { marginLeft: 'auto' },
})

/**
 * What becomes of objects in the cloud that nothing in the directory accounts for: a setting, with what it means in numbers.
 * A new dry run shows what another choice would do before anything is done.
 */
export function Mismatched({ summary, isBusy, onView, onDryRun }: MismatchedProps) {
  const styles = useStyles()
  const { header, kinds } = summary
  const words = texts.plan.mismatched
  const [asked, setAsked] = useState<Choice | null>(null)
  const saved = useAnswer<SavedSettings | null>(['configuration', 'saved'], (signal) =>
    api.configuration.saved.query(undefined, { signal }),
  )
  const save = useDeed(async (mismatched: Choice) => {
    const now = await api.configuration.saved.query()
    if (now === null) return
    await api.configuration.save.mutate({ draft: { ...now.settings, mismatched }, revision: now.revision })
    onDryRun()
  })
  const { mismatched: present, softDeleteDays = 0 } = saved.data?.settings ?? {}
  const count = countIn(kinds, 'mismatched')
  const isOpen = header.status === 'pending' || header.status === 'halted'
  if (!isOpen || present === undefined || (count === 0 && present === 'retain')) return null

  const objects = objectsIn(summary, 'mismatched')
  const shown = kinds.find(({ kind }) => countIn(kinds, 'mismatched', kind) > 0)
  const dialog = asked === 'delete' ? words.dialogDelete : words.dialogRetain
  return (
    <div className={styles.bar}>
      <span>
        <span className={styles.title}>{words.title}</span> {sentence(present, count, objects)}
      </span>
      {shown && (
        <Link as="button" onClick={() => onView({ kind: shown.kind, tab: 'mismatched', row: null, search: '' })}>
          {words.show}
        </Link>
      )}
      <RadioGroup
        className={styles.choice}
        layout="horizontal"
        aria-label={words.title}
        value={asked ?? present}
        disabled={isBusy || save.isPending}
        onChange={(_, { value }) => setAsked(value === 'delete' ? 'delete' : 'retain')}
      >
        <Radio value="retain" label={words.retain} />
        <Radio value="delete" label={words.delete} />
      </RadioGroup>
      {save.error && <ErrorNotice error={save.error} />}
      {asked !== null && asked !== present && (
        <Confirmation
          title={dialog.title}
          sentences={[dialog.consequence(objects || words.whoever, softDeleteDays), dialog.safe]}
          confirm={dialog.confirm}
          cancel={words.cancel}
          onConfirm={() => save.mutate(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}

function sentence(present: Choice, count: number, objects: string): string {
  const words = texts.plan.mismatched
  if (count === 0) return words.deletes
  return present === 'retain' ? words.kept(objects, count) : words.taken(objects, count)
}
