import { Body1, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components'
import type { MappedSample } from '../../app/api/directory/directoryBrowser.ts'
import { api } from '../client.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { Section } from '../components/Section.tsx'
import { directoryDraft } from '../configure/draft/directoryDraft.ts'
import type { Draft } from '../configure/draft/draft.ts'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'

interface SampleTableProps {
  readonly draft: Draft
}

const shownPeople = 3

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  heading: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  wrong: { color: tokens.colorPaletteRedForeground1 },
})

/** What the mapping makes of three selected people (DC-23). */
export function SampleTable({ draft }: SampleTableProps) {
  const { samples: words } = texts.firstStart
  const asked = directoryDraft(draft, ['selection', 'mapping', 'organization'])
  const { data, error, refetch } = useAnswer(
    ['directory', 'three', asked],
    async (signal) => {
      const samples = await api.directory.samples.query({ draft: asked, text: '' }, { signal })
      const chosen = samples.slice(0, shownPeople)
      return Promise.all(chosen.map(({ dn }) => api.directory.map.query({ draft: asked, who: dn }, { signal })))
    },
    { while: 'kept' },
  )
  if (error !== null) return <ErrorNotice error={error} onTryAgain={() => void refetch()} />
  return (
    <Section title={words.heading}>
      {data === undefined ? (
        <Skeleton aria-label={texts.loading}>
          <SkeletonItem size={128} />
        </Skeleton>
      ) : data.length === 0 ? (
        <Body1>{words.none}</Body1>
      ) : (
        <People people={data} />
      )}
    </Section>
  )
}

function People({ people }: { readonly people: readonly MappedSample[] }) {
  const styles = useStyles()
  const { samples: words } = texts.firstStart
  const attributes = people[0]?.rows.map(({ attribute }) => attribute) ?? []
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={`${styles.cell} ${styles.heading}`}>
            {words.attribute}
          </th>
          {people.map(({ sample, skipped }) => (
            <th key={sample.dn} scope="col" className={`${styles.cell} ${styles.heading}`} title={sample.dn}>
              {sample.name}
              {skipped !== null && <div className={styles.wrong}>{words.skipped(skipped)}</div>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {attributes.map((attribute) => (
          <tr key={attribute}>
            <th scope="row" className={styles.cell}>
              {attribute}
            </th>
            {people.map(({ sample, rows }) => (
              <td key={sample.dn} className={styles.cell}>
                <Value row={rows.find((row) => row.attribute === attribute)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Value({ row }: { readonly row: MappedSample['rows'][number] | undefined }) {
  const styles = useStyles()
  if (row === undefined) return null
  const { validated } = row
  if (row.text === '' || (validated.kind === 'valid' && validated.value === ''))
    return <span className={styles.quiet}>{texts.firstStart.samples.noValue}</span>
  if (validated.kind === 'invalid') return <span className={styles.wrong}>{`${row.text} ${validated.problem}`}</span>
  return validated.value
}
