import { Button, Input, makeStyles, tokens } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons'
import { type FormEvent, useId, useState } from 'react'
import type { FieldProblem } from '../../../app/api/configuration/configuration.ts'
import { texts } from '../../texts/texts.ts'
import { problemAt } from '../draft/problemsAt.ts'
import { FieldNote } from '../fields/FieldNote.tsx'
import { type Chosen, withChosen } from './chosen.ts'

interface ChosenInWordsProps {
  readonly chosen: Chosen
  readonly onChange: (chosen: Chosen) => void
  readonly problems: readonly FieldProblem[]
}

const useStyles = makeStyles({
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  list: { margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
  line: { display: 'flex', alignItems: 'center', minHeight: '32px' },
  dn: { flexGrow: 1, overflowWrap: 'anywhere' },
  add: { display: 'flex', gap: tokens.spacingHorizontalS },
  input: { flexGrow: 1 },
  title: { fontWeight: tokens.fontWeightSemibold },
})

/** What is read and what is left out, in words, with a field for a DN that the tree does not show. */
export function ChosenInWords({ chosen, onChange, problems }: ChosenInWordsProps) {
  const styles = useStyles()
  const { tree: words } = texts.configure
  const [dn, setDn] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (dn.trim() === '') return
    onChange(withChosen(dn.trim(), chosen))
    setDn('')
  }
  const { baseDns, excludeDns } = chosen
  return (
    <div className={styles.words}>
      <DnList
        title={baseDns.length === 0 ? words.noBases : words.bases}
        dns={baseDns}
        place="selection.baseDns"
        problems={problems}
        onRemove={(at) => onChange({ ...chosen, baseDns: baseDns.filter((_, index) => index !== at) })}
      />
      {excludeDns.length > 0 && (
        <DnList
          title={words.exclusions}
          dns={excludeDns}
          place="selection.excludeDns"
          problems={problems}
          onRemove={(at) => onChange({ ...chosen, excludeDns: excludeDns.filter((_, index) => index !== at) })}
        />
      )}
      <form className={styles.add} onSubmit={add}>
        <Input
          className={styles.input}
          value={dn}
          aria-label={words.dn}
          placeholder={words.dnPlaceholder}
          spellCheck={false}
          onChange={(_, data) => setDn(data.value)}
        />
        <Button type="submit" disabledFocusable={dn.trim() === ''}>
          {words.addDn}
        </Button>
      </form>
    </div>
  )
}

interface DnListProps {
  readonly title: string
  readonly dns: readonly string[]
  readonly place: string
  readonly problems: readonly FieldProblem[]
  readonly onRemove: (index: number) => void
}

function DnList({ title, dns, place, problems, onRemove }: DnListProps) {
  const styles = useStyles()
  const id = useId()
  const whole = problemAt(problems, place)
  return (
    <div>
      <div id={id} className={styles.title}>
        {title}
      </div>
      <ul className={styles.list} aria-labelledby={id}>
        {dns.map((dn, index) => {
          const problem =
            problemAt(problems, `${place}[${index}]`) ?? problemAt(problems, `${place}, entry ${index + 1}`)
          return (
            <li key={dn} className={styles.item}>
              <div className={styles.line}>
                <span className={styles.dn}>{dn}</span>
                <Button
                  appearance="subtle"
                  size="small"
                  icon={<Dismiss16Regular />}
                  aria-label={texts.configure.tree.remove(dn)}
                  onClick={() => onRemove(index)}
                />
              </div>
              {problem && <FieldNote tone="error">{problem.message}</FieldNote>}
            </li>
          )
        })}
      </ul>
      {whole && <FieldNote tone="error">{whole.message}</FieldNote>}
    </div>
  )
}
