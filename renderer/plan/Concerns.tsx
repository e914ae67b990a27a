import { Link, MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Finding } from '../../app/model/finding.ts'
import type { Gap } from '../../app/model/gap.ts'
import { texts } from '../texts/texts.ts'

interface ConcernsProps {
  readonly gaps: readonly Gap[]
  readonly warnings: readonly Finding[]
  readonly complete: boolean
}

const useStyles = makeStyles({
  list: {
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    padding: 0,
    listStyleType: 'none',
    fontWeight: tokens.fontWeightRegular,
  },
  item: { overflowWrap: 'anywhere' },
})

/** What keeps a plan from being relied on, each with its remedy. */
export function Concerns({ gaps, warnings, complete }: ConcernsProps) {
  const words = texts.plan.concerns
  const worth = warnings.filter(({ level }) => level !== 'ok')
  return (
    <>
      {!complete && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words.incomplete}</MessageBarTitle> {words.incompleteMeans}
            <Items
              items={gaps.map(({ baseDn, message, remedy }) => ({
                subject: message.includes(baseDn) ? '' : baseDn,
                message,
                remedy,
              }))}
            />
          </MessageBarBody>
        </MessageBar>
      )}
      {worth.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words.warnings(worth.length)}</MessageBarTitle> <Items items={worth} />
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  )
}

const shownAtOnce = 2

type Item = Pick<Finding, 'subject' | 'message' | 'remedy'>

function told({ subject, message, remedy }: Item): string {
  return `${subject === '' ? '' : `${subject}: `}${message} ${remedy}`
}

function Items({ items }: { readonly items: readonly Item[] }) {
  const styles = useStyles()
  const [all, setAll] = useState(false)
  const words = texts.plan.concerns
  const shown = all ? items : items.slice(0, shownAtOnce)
  const [only] = items
  if (items.length === 1 && only) return <span className={styles.item}>{told(only)}</span>
  return (
    <>
      <ul className={styles.list}>
        {shown.map(({ subject, message, remedy }) => (
          <li key={`${subject} ${message}`} className={styles.item}>
            {told({ subject, message, remedy })}
          </li>
        ))}
      </ul>
      {items.length > shownAtOnce && (
        <Link as="button" onClick={() => setAll(!all)}>
          {all ? words.fewer : words.more(items.length - shownAtOnce)}
        </Link>
      )}
    </>
  )
}
