import { makeStyles, tokens } from '@fluentui/react-components'
import type { Overview } from '../../app/api/overview/overview.ts'
import { api } from '../client.ts'
import { Facts } from '../components/Facts.tsx'
import { Moment } from '../components/Moment.tsx'
import { Section } from '../components/Section.tsx'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground3 } })

/** Which connector this is, and between which two sides it stands. */
export function ConnectorCard({ connector }: Pick<Overview, 'connector'>) {
  const styles = useStyles()
  const { data: status } = useAnswer(['status'], (signal) => api.status.query(undefined, { signal }))
  const { connectors } = texts.dashboard
  if (connector === null) return null
  const { name, directory, store, dataFolder } = connector
  return (
    <Section title={connectors.title}>
      <Facts
        facts={[
          {
            label: name,
            value: (
              <span>
                {connectors.thisComputer}
                {status && <span className={styles.quiet}> · {connectors.version(status.version)}</span>}
              </span>
            ),
          },
          ...(status ? [{ label: connectors.since, value: <Moment at={status.since} /> }] : []),
          {
            label: connectors.directory,
            value: `${connectors.directoryTypes[directory.type]}, ${directory.place}`,
          },
          { label: connectors.cloud, value: store.url },
          { label: connectors.data, value: dataFolder },
        ]}
      />
    </Section>
  )
}
