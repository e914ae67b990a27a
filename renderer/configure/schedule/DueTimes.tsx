import { makeStyles, tokens } from '@fluentui/react-components'
import { api } from '../../client.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { texts } from '../../texts/texts.ts'
import { useAnswer } from '../../useAnswer.ts'
import type { Draft } from '../draft/draft.ts'
import { FieldNote } from '../fields/FieldNote.tsx'
import { usePaced } from '../usePaced.ts'

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalS} 0 0`, padding: 0, minHeight: '160px' },
  due: { display: 'flex', gap: tokens.spacingHorizontalL, lineHeight: '32px', listStyleType: 'none' },
  time: { fontVariantNumeric: 'tabular-nums', minWidth: '240px' },
  lane: { color: tokens.colorNeutralForeground3 },
})

/** A schedule in words, and the next five times at which something is due by it. */
export function DueTimes({ schedule }: { readonly schedule: Draft['schedule'] }) {
  const styles = useStyles()
  const { schedule: words } = texts.configure
  const { incremental, full, timeZone = null } = usePaced(schedule)
  const { data, error } = useAnswer(
    ['draft', 'schedule', incremental, full, timeZone],
    (signal) => api.draft.schedule.query({ incremental, full, timeZone }, { signal }),
    { while: 'kept' },
  )
  if (error !== null) return <ErrorNotice error={error} />
  if (data === null) return <FieldNote>{words.unknown}</FieldNote>
  if (data === undefined) return <FieldNote>{texts.loading}</FieldNote>
  return (
    <div>
      <div>{words.sentence(data)}</div>
      {data.next.length > 0 && (
        <ul className={styles.list}>
          {data.next.map(({ lane, shown }) => (
            <li key={`${lane} ${shown}`} className={styles.due}>
              <span className={styles.time}>{shown}</span>
              <span className={styles.lane}>{words.lanes[lane]}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
