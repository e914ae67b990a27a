import { Link, makeStyles, tokens } from '@fluentui/react-components'
import type { Overview } from '../../app/api/overview/overview.ts'
import { Section } from '../components/Section.tsx'
import { texts } from '../texts/texts.ts'

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalSNudge,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  line: { display: 'contents' },
  sentence: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** The settings in plain words, each line with the page that changes it. */
export function ConfigurationCard({ lines }: { readonly lines: Overview['configuration'] }) {
  const styles = useStyles()
  const { title, empty } = texts.dashboard.configuration
  return (
    <Section title={title}>
      {lines.length === 0 && <span className={styles.quiet}>{empty}</span>}
      <ul className={styles.list}>
        {lines.map(({ page, sentence }, index) => (
          <li key={`${page} ${sentence}`} className={styles.line}>
            {lines[index - 1]?.page === page ? (
              <span />
            ) : (
              <Link href={`#/configure/${page}`}>{texts.frame.pages[page]}</Link>
            )}
            <span className={styles.sentence}>{sentence}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
