import { Body1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import type { Explanation } from '../../app/api/explain/explanation.ts'
import { Moment } from '../components/Moment.tsx'
import { Section } from '../components/Section.tsx'
import { texts } from '../texts/texts.ts'
import { History } from './History.tsx'

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The directory has no entry: whether the cloud has one under that name, and what was done about it. */
export function Nobody({ explanation }: { readonly explanation: Explanation }) {
  const styles = useStyles()
  const { nobody, match, steps } = texts.people
  const { who, link, resource, contact, history } = explanation
  return (
    <>
      <div className={styles.lines}>
        <Subtitle2 as="h2" className={styles.title}>
          {nobody.title(who)}
        </Subtitle2>
        <Body1 className={styles.quiet}>{nobody.message}</Body1>
      </div>
      <Section title={nobody.inCloud}>
        <div className={styles.lines}>
          <Body1>{resource || contact ? nobody.stillThere : nobody.notThere}</Body1>
          {resource && <Body1>{match.resource(resource)}</Body1>}
          {resource?.otherDomain && <Body1>{match.otherDomain(resource.otherDomain)}</Body1>}
          {contact && <Body1>{match.contact(contact)}</Body1>}
          {link && <Body1>{match.linked(link.resourceId)}</Body1>}
          {link && !link.vanishedAt && <Body1>{nobody.leaves}</Body1>}
          {link?.vanishedAt && (
            <Body1>
              {match.inactiveSince} <Moment at={link.vanishedAt} />
            </Body1>
          )}
        </div>
      </Section>
      <Section title={steps.history}>
        <History history={history} />
      </Section>
    </>
  )
}
