import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(300px, 1fr)',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    maxWidth: '1200px',
  },
})

/** Settings, and beside them what they lead to: both are seen at once. */
export function SideGrid({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().grid}>{children}</div>
}
