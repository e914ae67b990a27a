import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { assertNever } from '../assertNever.ts'
import { Page } from '../components/Page.tsx'
import { useHashSegments } from '../frame/hashAddress.ts'
import { NotFound } from '../frame/NotFound.tsx'
import { texts } from '../texts/texts.ts'
import { AboutHelp } from './AboutHelp.tsx'
import { ErrorCodeHelp } from './ErrorCodeHelp.tsx'
import { ErrorCodesHelp } from './ErrorCodesHelp.tsx'
import { FaqHelp } from './FaqHelp.tsx'
import { KeysHelp } from './KeysHelp.tsx'
import { StartHelp } from './StartHelp.tsx'

const useStyles = makeStyles({
  contents: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  link: {
    display: 'block',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderBottom: '2px solid transparent',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  here: { borderBottomColor: tokens.colorCompoundBrandStroke, fontWeight: tokens.fontWeightSemibold },
  text: { maxWidth: '880px' },
})

const topics = ['start', 'keys', 'faq', 'errors', 'about'] as const

/** Help, keys, frequent questions, a page for each error code, and what this program is. */
export default function HelpPage() {
  const styles = useStyles()
  const [, name = 'start', code] = useHashSegments()
  const topic = topics.find((each) => each === name)
  if (topic === undefined) return <NotFound />
  const { title, contents } = texts.help
  const pageTitle = code ?? (topic === 'start' ? title : texts.help.topics[topic])
  return (
    <Page title={pageTitle}>
      <nav aria-label={contents}>
        <ul className={styles.contents}>
          {topics.map((each) => (
            <li key={each}>
              <a
                href={each === 'start' ? '#/help' : `#/help/${each}`}
                aria-current={each === topic ? 'page' : undefined}
                className={mergeClasses(styles.link, each === topic && styles.here)}
              >
                {texts.help.topics[each]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.text}>
        <Topic topic={topic} code={code} />
      </div>
    </Page>
  )
}

function Topic({ topic, code }: { readonly topic: (typeof topics)[number]; readonly code: string | undefined }) {
  switch (topic) {
    case 'start':
      return <StartHelp />
    case 'keys':
      return <KeysHelp />
    case 'faq':
      return <FaqHelp />
    case 'about':
      return <AboutHelp />
    case 'errors':
      return code === undefined ? <ErrorCodesHelp /> : <ErrorCodeHelp code={code} />
    default:
      return assertNever(topic)
  }
}
