import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

interface FactsProps {
  readonly facts: ReadonlyArray<{ readonly label: string; readonly value: ReactNode }>
}

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  label: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
})

/** Names and values, one pair a line. */
export function Facts({ facts }: FactsProps) {
  const styles = useStyles()
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value }) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
