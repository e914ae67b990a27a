import { Body1, Link, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import type { Explanation } from '../../app/api/explain/explanation.ts'
import { texts } from '../texts/texts.ts'
import { personAddress } from './personAddress.ts'
import { verdictOn } from './verdict.ts'

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
})

/** More than one entry answers: each with what comes of it, and the way to its own explanation. */
export function Several({ explanation }: { readonly explanation: Explanation }) {
  const styles = useStyles()
  const { several } = texts.people
  const { who, entries } = explanation
  return (
    <>
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.title}>
          {several.title(entries.length, who)}
        </Subtitle2>
        <Body1 className={styles.quiet}>{several.message}</Body1>
      </div>
      <ul className={styles.list}>
        {entries.map((entry) => (
          <li key={entry.dn} className={styles.item}>
            <Link href={`#${personAddress(entry.dn)}`}>{entry.dn}</Link>
            <div>{verdictOn(entry).sentence}</div>
          </li>
        ))}
      </ul>
    </>
  )
}
