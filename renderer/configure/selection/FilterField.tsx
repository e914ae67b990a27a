import { Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import type { EntryKind } from '../../../app/model/entry.ts'
import { texts } from '../../texts/texts.ts'
import type { EditorProps } from '../draft/draft.ts'
import { problemAt } from '../draft/problemsAt.ts'
import { PositionMark } from '../fields/PositionMark.tsx'
import { MatchCount } from './MatchCount.tsx'

interface FilterFieldProps extends Pick<EditorProps, 'draft' | 'problems'> {
  readonly kind: EntryKind
  readonly place: string
  readonly value: string
  readonly onChange: (filter: string) => void
}

const useStyles = makeStyles({
  field: { flexGrow: 1 },
  filter: { fontFamily: tokens.fontFamilyMonospace },
})

/** The LDAP filter of one kind of entry, with how many it leaves, counted while it is typed. */
export function FilterField({ draft, problems, kind, place, value, onChange }: FilterFieldProps) {
  const styles = useStyles()
  const { selection: words } = texts.configure
  const problem = problemAt(problems, place)
  return (
    <div>
      <Field label={words.filter} validationState={problem ? 'error' : 'none'} className={styles.field}>
        <Textarea
          value={value}
          rows={2}
          resize="vertical"
          spellCheck={false}
          placeholder={words.filterPlaceholder}
          textarea={{ className: styles.filter }}
          onChange={(_, data) => onChange(data.value)}
        />
      </Field>
      {problem ? (
        <PositionMark text={value} problem={problem} />
      ) : (
        <MatchCount draft={draft} problems={problems} kind={kind} />
      )}
    </div>
  )
}
