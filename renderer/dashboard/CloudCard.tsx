import { Link, makeStyles, tokens } from '@fluentui/react-components'
import type { Overview } from '../../app/api/overview/overview.ts'
import { Section } from '../components/Section.tsx'
import { shownNumber } from '../texts/counting.ts'
import { texts } from '../texts/texts.ts'

const kinds = ['users', 'rooms', 'groups', 'contacts', 'avatars'] as const

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    alignItems: 'baseline',
  },
  pair: { display: 'contents' },
  number: {
    gridColumn: '1',
    margin: 0,
    textAlign: 'end',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  kind: { gridColumn: '2' },
  aside: {
    marginTop: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
  },
})

/** How many of each kind this connector keeps in the cloud. */
export function CloudCard({ linked, setAside }: Pick<Overview, 'linked' | 'setAside'>) {
  const styles = useStyles()
  const { title, kinds: words, setAside: aside, setAsideNote, nobodySetAside } = texts.dashboard.cloud
  return (
    <Section title={title}>
      <ul className={styles.list}>
        {kinds.map((kind) => (
          <li key={kind} className={styles.pair}>
            <span className={styles.number}>{shownNumber(linked[kind])}</span>
            <span className={styles.kind}>{words[kind][linked[kind] === 1 ? 0 : 1]}</span>
          </li>
        ))}
      </ul>
      <div className={styles.aside}>
        {setAside === 0 ? (
          nobodySetAside
        ) : (
          <Link href="#/runs?show=set-aside" title={setAsideNote}>
            {aside(shownNumber(setAside))}
          </Link>
        )}
      </div>
    </Section>
  )
}
