import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(420px, 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    maxWidth: '1600px',
  },
  wideFirst: { gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)' },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
})

interface ColumnsProps {
  /** `wide`: the first column has the greater part. */
  readonly first?: 'wide'
  readonly children: ReactNode
}

/** Columns of sections, one below the other where there is no room. */
export function Columns({ first, children }: ColumnsProps) {
  const styles = useStyles()
  return <div className={mergeClasses(styles.columns, first === 'wide' && styles.wideFirst)}>{children}</div>
}

/** Sections among each other. */
export function Column({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().column}>{children}</div>
}
