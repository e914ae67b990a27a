import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { texts } from '../texts/texts.ts'

const useStyles = makeStyles({
  all: { display: 'grid', gap: tokens.spacingVerticalL },
  question: { margin: `0 0 ${tokens.spacingVerticalXS}`, display: 'block' },
  answer: { margin: 0, maxWidth: '72ch' },
})

/** What administrators ask first. */
export function FaqHelp() {
  const styles = useStyles()
  return (
    <div className={styles.all}>
      {texts.help.faq.map(({ question, answer }) => (
        <section key={question}>
          <Subtitle2 as="h2" className={styles.question}>
            {question}
          </Subtitle2>
          <p className={styles.answer}>{answer}</p>
        </section>
      ))}
    </div>
  )
}
