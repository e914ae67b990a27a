import { makeStyles, mergeClasses, tokens, useArrowNavigationGroup } from '@fluentui/react-components'
import { type Ref, useDeferredValue } from 'react'
import type { KnownObject } from '../../app/api/explain/knownObject.ts'
import { api } from '../client.ts'
import { Empty } from '../components/Empty.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { texts } from '../texts/texts.ts'
import { useAnswer } from '../useAnswer.ts'
import { personAddress, whoIs } from './personAddress.ts'

const most = 50

const useStyles = makeStyles({
  found: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
  item: { ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` } },
  link: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 3fr) 80px minmax(0, 6fr)',
    columnGap: tokens.spacingHorizontalL,
    padding: `0 ${tokens.spacingHorizontalM}`,
    lineHeight: '32px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  lookUp: { gridTemplateColumns: 'max-content 1fr' },
  part: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

interface FoundListProps {
  readonly ref: Ref<HTMLDivElement>
  /** What is looked for; never empty. */
  readonly text: string
}

/** Who in the cloud has a text in a name, and the way to somebody who is only in the directory. */
export function FoundList({ ref, text }: FoundListProps) {
  const styles = useStyles()
  const { search } = texts.people
  const arrows = useArrowNavigationGroup({ axis: 'vertical' })
  const sought = useDeferredValue(text)
  const { data, error, refetch } = useAnswer(
    ['known', sought],
    (signal) => api.known.query({ text: sought, limit: most }, { signal }),
    { while: 'kept' },
  )
  if (error) return <ErrorNotice error={error} onTryAgain={() => void refetch()} />
  return (
    <div ref={ref} className={styles.found}>
      <ul className={styles.list} aria-label={search.results} {...arrows}>
        <li className={styles.item}>
          <a href={`#${personAddress(text)}`} className={mergeClasses(styles.link, styles.lookUp)}>
            <span>{search.explain(text)}</span>
            <span className={mergeClasses(styles.part, styles.quiet)}>{search.explainHint}</span>
          </a>
        </li>
        {data?.map((known) => (
          <Found key={`${known.kind} ${known.dn}`} known={known} />
        ))}
      </ul>
      {data?.length === most && <span className={styles.quiet}>{search.more(most)}</span>}
      {data?.length === 0 && <Empty {...search.none} />}
    </div>
  )
}

function Found({ known }: { readonly known: KnownObject }) {
  const styles = useStyles()
  const { kind, name, displayName, dn } = known
  return (
    <li className={styles.item}>
      <a href={`#${personAddress(whoIs(known))}`} className={styles.link}>
        <span className={styles.part}>{displayName ?? name}</span>
        <span className={styles.part}>{name === displayName ? '' : name}</span>
        <span className={mergeClasses(styles.part, styles.quiet)}>{texts.people.kinds[kind]}</span>
        <span className={mergeClasses(styles.part, styles.quiet)} title={dn}>
          {dn}
        </span>
      </a>
    </li>
  )
}
