import { Link, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { Facts } from '../components/Facts.tsx'
import { texts } from '../texts/texts.ts'

const useStyles = makeStyles({
  all: { display: 'grid', gap: tokens.spacingVerticalL },
  intro: { margin: 0 },
  steps: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  title: { fontWeight: tokens.fontWeightSemibold },
  heading: { margin: 0 },
})

/** What this program does, in five steps, and its words. */
export function StartHelp() {
  const styles = useStyles()
  const { intro, steps, wordsTitle, words } = texts.help.start
  return (
    <div className={styles.all}>
      <p className={styles.intro}>{intro}</p>
      <ol className={styles.steps}>
        {steps.map(({ title, text, page, link }) => (
          <li key={title}>
            <div className={styles.title}>{title}</div>
            {text}{' '}
            <Link inline href={`#${page}`}>
              {link}
            </Link>
          </li>
        ))}
      </ol>
      <Subtitle2 as="h2" className={styles.heading}>
        {wordsTitle}
      </Subtitle2>
      <Facts facts={words.map(([label, value]) => ({ label, value }))} />
    </div>
  )
}
