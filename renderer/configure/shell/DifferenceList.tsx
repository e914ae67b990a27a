import { Link, makeStyles, tokens } from '@fluentui/react-components'
import type { SettingsDifference } from '../../../app/settings/diffSettings.ts'
import { pageOf } from '../draft/pageOf.ts'
import { describeDifference } from './describeDifference.ts'

interface DifferenceListProps {
  readonly differences: readonly SettingsDifference[]
}

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, maxHeight: '320px', overflow: 'auto' },
  line: { listStyleType: 'none', padding: `${tokens.spacingVerticalXS} 0`, overflowWrap: 'anywhere' },
})

/** What is different from what is saved, in words, each leading to its page. */
export function DifferenceList({ differences }: DifferenceListProps) {
  const styles = useStyles()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard
    <ul className={styles.list} tabIndex={0}>
      {differences.map((difference) => {
        const { label, words } = describeDifference(difference)
        return (
          <li key={difference.path} className={styles.line}>
            <Link href={`#/configure/${pageOf(difference.path)}`} appearance="subtle">
              {label}
            </Link>
            : {words}
          </li>
        )
      })}
    </ul>
  )
}
