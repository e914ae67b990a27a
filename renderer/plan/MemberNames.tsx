import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Tone } from '../../app/report/outcomeWord.ts'
import type { NamedMembers } from '../../app/report/planRow.ts'
import { ToneMark } from '../components/ToneMark.tsx'
import { texts } from '../texts/texts.ts'

interface MemberNamesProps {
  readonly title: string
  readonly tone: Tone
  readonly sign: string
  readonly members: NamedMembers
}

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalXXS} 0`, padding: 0, listStyleType: 'none' },
  name: { overflowWrap: 'anywhere' },
})

const shownAtOnce = 10

/** Members that join or leave a group: the first of them, then all that are known by name. */
export function MemberNames({ title, tone, sign, members: { count, names } }: MemberNamesProps) {
  const styles = useStyles()
  const words = texts.plan.item
  const [all, setAll] = useState(false)
  const shown = all ? names : names.slice(0, shownAtOnce)
  return (
    <div>
      <ToneMark tone={tone} sign={sign}>
        {title}
      </ToneMark>
      <ul className={styles.list}>
        {shown.map((name) => (
          <li key={name} className={styles.name}>
            {name}
          </li>
        ))}
      </ul>
      {!all && names.length > shownAtOnce && (
        <Link as="button" onClick={() => setAll(true)}>
          {words.more(names.length - shownAtOnce)}
        </Link>
      )}
      {all && count > names.length && words.beyond(count - names.length)}
    </div>
  )
}
