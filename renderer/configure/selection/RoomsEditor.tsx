import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { Add16Regular, Dismiss16Regular } from '@fluentui/react-icons'
import type { RoomSettings } from '../../../app/settings/schema.ts'
import { texts } from '../../texts/texts.ts'
import type { EditorProps } from '../draft/draft.ts'
import { problemAt } from '../draft/problemsAt.ts'
import { FieldNote } from '../fields/FieldNote.tsx'
import { SwitchSetting } from '../fields/SwitchSetting.tsx'
import { inSelection } from './inSelection.ts'

const useStyles = makeStyles({
  line: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'end' },
  field: { flexGrow: 1, minWidth: 0 },
  input: { minWidth: 0, width: '100%' },
  below: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, alignItems: 'flex-start' },
})

/** Whether rooms are told from people, and by which attributes. */
export function RoomsEditor({ draft, change, problems }: EditorProps) {
  const styles = useStyles()
  const { rooms: words } = texts.configure
  const { rooms } = draft.selection
  const lines = rooms.attributes.map((mark, index) => ({ ...mark, index }))
  const withMarks = (attributes: RoomSettings['attributes']) => change(inSelection({ rooms: { ...rooms, attributes } }))
  const changed = (index: number, values: Partial<RoomSettings['attributes'][number]>) =>
    withMarks(rooms.attributes.map((mark, at) => (at === index ? { ...mark, ...values } : mark)))
  return (
    <div className={styles.below}>
      <SwitchSetting
        label={words.enabled}
        hint={words.hint}
        place="selection.rooms.enabled"
        problems={problems}
        value={rooms.enabled}
        onChange={(enabled) => change(inSelection({ rooms: { ...rooms, enabled } }))}
      />
      {rooms.enabled && (
        <>
          {lines.map(({ name, equals, index }) => {
            const place = `selection.rooms.attributes[${index}]`
            const problem = problemAt(problems, `${place}.name`) ?? problemAt(problems, `${place}.equals`)
            return (
              <div key={index}>
                <div className={styles.line}>
                  <Field label={words.attribute} className={styles.field}>
                    <Input
                      className={styles.input}
                      value={name}
                      spellCheck={false}
                      onChange={(_, data) => changed(index, { name: data.value })}
                    />
                  </Field>
                  <Field label={words.equals} className={styles.field}>
                    <Input
                      className={styles.input}
                      value={equals}
                      spellCheck={false}
                      onChange={(_, data) => changed(index, { equals: data.value })}
                    />
                  </Field>
                  <Button
                    appearance="subtle"
                    icon={<Dismiss16Regular />}
                    aria-label={words.remove(name)}
                    onClick={() => withMarks(rooms.attributes.filter((_, at) => at !== index))}
                  />
                </div>
                {problem && <FieldNote tone="error">{problem.message}</FieldNote>}
              </div>
            )
          })}
          <Button
            appearance="transparent"
            icon={<Add16Regular />}
            onClick={() => withMarks([...rooms.attributes, { name: '', equals: '' }])}
          >
            {words.add}
          </Button>
        </>
      )}
    </div>
  )
}
