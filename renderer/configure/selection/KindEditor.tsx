import { Checkbox, makeStyles, Switch, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { EntryKind } from '../../../app/model/entry.ts'
import { texts } from '../../texts/texts.ts'
import type { EditorProps } from '../draft/draft.ts'
import { problemAt } from '../draft/problemsAt.ts'
import { FieldGroup } from '../fields/FieldGroup.tsx'
import { FieldNote } from '../fields/FieldNote.tsx'
import { FilterField } from './FilterField.tsx'
import { inSelection } from './inSelection.ts'

const settingOf = { user: 'users', group: 'groups', contact: 'contacts' } as const
const groupTypes = ['security', 'distribution'] as const

interface KindEditorProps extends EditorProps {
  readonly kind: EntryKind
  /** Below the filter. */
  readonly children?: ReactNode
}

const useStyles = makeStyles({
  kind: {
    paddingBottom: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none' },
  },
  below: { paddingLeft: '44px' },
})

/** Whether one kind of entry is selected, and the filter that narrows it. */
export function KindEditor({ draft, change, problems, kind, children }: KindEditorProps) {
  const styles = useStyles()
  const { selection: words } = texts.configure
  const name = settingOf[kind]
  const settings = draft.selection[name]
  const set = (values: Partial<typeof settings>) => change(inSelection({ [name]: { ...settings, ...values } }))
  return (
    <div className={styles.kind}>
      <Switch
        label={words.kinds[kind]}
        checked={settings.enabled}
        onChange={(_, { checked }) => set({ enabled: checked })}
      />
      {settings.enabled && (
        <div className={styles.below}>
          {kind === 'group' && draft.directory.type !== 'ldap' && (
            <GroupTypes draft={draft} change={change} problems={problems} />
          )}
          <FilterField
            draft={draft}
            problems={problems}
            kind={kind}
            place={`selection.${name}.filter`}
            value={settings.filter}
            onChange={(filter) => set({ filter })}
          />
          {children}
        </div>
      )}
    </div>
  )
}

function GroupTypes({ draft, change, problems }: EditorProps) {
  const { selection: words } = texts.configure
  const { groups } = draft.selection
  const problem = problemAt(problems, 'selection.groups.types')
  return (
    <FieldGroup label={words.groupTypes}>
      {groupTypes.map((type) => (
        <Checkbox
          key={type}
          label={words.groupType[type]}
          checked={groups.types.includes(type)}
          onChange={(_, { checked }) => {
            const types = groupTypes.filter((it) => (it === type ? checked === true : groups.types.includes(it)))
            change(inSelection({ groups: { ...groups, types } }))
          }}
        />
      ))}
      {problem && <FieldNote tone="error">{problem.message}</FieldNote>}
    </FieldGroup>
  )
}
