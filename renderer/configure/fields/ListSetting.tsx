import { Button, Input, makeStyles, tokens } from '@fluentui/react-components'
import { Add16Regular, ArrowUp16Regular, Dismiss16Regular } from '@fluentui/react-icons'
import type { FieldProblem } from '../../../app/api/configuration/configuration.ts'
import { texts } from '../../texts/texts.ts'
import { problemAt } from '../draft/problemsAt.ts'
import { FieldGroup } from './FieldGroup.tsx'
import { FieldNote } from './FieldNote.tsx'

interface ListSettingProps {
  readonly label: string
  readonly hint?: string
  readonly place: string
  readonly problems: readonly FieldProblem[]
  readonly values: readonly string[]
  readonly onChange: (values: string[]) => void
  /** What the button says that adds one. */
  readonly add: string
  readonly placeholder?: string
  /** `matters`: each value can be moved up. */
  readonly order?: 'matters'
}

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: 0,
  },
  item: { listStyleType: 'none' },
  line: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  input: { flexGrow: 1, minWidth: 0 },
  add: { alignSelf: 'flex-start', marginTop: tokens.spacingVerticalXS },
})

/** A setting that is a list of texts, one to a line. */
export function ListSetting(props: ListSettingProps) {
  const { label, hint, place, problems, values, onChange, add, placeholder, order } = props
  const styles = useStyles()
  const { list } = texts.configure
  const whole = problemAt(problems, place)
  const lines = values.map((value, index) => ({ value, index }))
  const replaced = (index: number, value: string) => values.map((old, at) => (at === index ? value : old))
  return (
    <FieldGroup label={label}>
      {hint !== undefined && <FieldNote>{hint}</FieldNote>}
      <ul className={styles.list}>
        {lines.map(({ value, index }) => {
          const problem = problemAt(problems, `${place}[${index}]`)
          return (
            <li key={index} className={styles.item}>
              <div className={styles.line}>
                <Input
                  className={styles.input}
                  value={value}
                  aria-label={list.item(label, index + 1)}
                  aria-invalid={problem !== undefined}
                  spellCheck={false}
                  autoComplete="off"
                  {...(placeholder !== undefined && { placeholder })}
                  onChange={(_, data) => onChange(replaced(index, data.value))}
                />
                {order === 'matters' && (
                  <Button
                    appearance="subtle"
                    icon={<ArrowUp16Regular />}
                    aria-label={list.up(label, index + 1)}
                    disabledFocusable={index === 0}
                    onClick={() => onChange(movedUp(values, index))}
                  />
                )}
                <Button
                  appearance="subtle"
                  icon={<Dismiss16Regular />}
                  aria-label={list.remove(label, index + 1)}
                  onClick={() => onChange(values.filter((_, at) => at !== index))}
                />
              </div>
              {problem && <FieldNote tone="error">{problem.message}</FieldNote>}
            </li>
          )
        })}
      </ul>
      <Button
        className={styles.add}
        appearance="transparent"
        icon={<Add16Regular />}
        onClick={() => onChange([...values, ''])}
      >
        {add}
      </Button>
      {whole && <FieldNote tone="error">{whole.message}</FieldNote>}
    </FieldGroup>
  )
}

function movedUp(values: readonly string[], index: number): string[] {
  const moved = values[index]
  if (moved === undefined || index === 0) return [...values]
  const others = values.filter((_, at) => at !== index)
  return [...others.slice(0, index - 1), moved, ...others.slice(index - 1)]
}
