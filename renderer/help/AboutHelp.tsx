import { makeStyles, Subtitle1, Subtitle2, tokens } from '@fluentui/react-components'
import { api } from '../client.ts'
import { Facts } from '../components/Facts.tsx'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'
import { useUpdateSentence } from '../useUpdateSentence.ts'
import { libraries } from './libraries.ts'

const useStyles = makeStyles({
  all: { display: 'grid', gap: tokens.spacingVerticalL },
  heading: { margin: 0 },
  intro: { margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS}` },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  line: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** What this program is, of which version, and what it is made with. */
export function AboutHelp() {
  const styles = useStyles()
  const { about } = texts.help
  const { data: status } = useAnswer(['status'], (signal) => api.status.query(undefined, { signal }))
  const electron = window.desktop?.electron
  const updates = useUpdateSentence()
  return (
    <div className={styles.all}>
      <Subtitle1 as="h2" className={styles.heading}>
        {texts.product}
      </Subtitle1>
      <Facts
        facts={[
          { label: about.version, value: `${connectorVersion}${electron === undefined ? `, ${about.browser}` : ''}` },
          ...(status ? [{ label: about.service, value: status.version }] : []),
          ...(electron === undefined ? [] : [{ label: about.electron, value: electron }]),
          { label: texts.updates.label, value: updates },
          { label: about.licence, value: about.licenceText },
        ]}
      />
      <section>
        <Subtitle2 as="h2" className={styles.heading}>
          {about.librariesTitle}
        </Subtitle2>
        <p className={styles.intro}>{about.librariesIntro}</p>
        <ul className={styles.list}>
          {libraries.map(({ name, licence }) => (
            <li key={name} className={styles.line}>
              <span>{name}</span>
              <span className={styles.quiet}>{licence}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
