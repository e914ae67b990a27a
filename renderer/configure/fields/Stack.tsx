import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '720px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, alignItems: 'start' },
})

/** Settings among each other. */
export function Stack({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().stack}>{children}</div>
}

/** Small settings beside each other. */
export function Row({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().row}>{children}</div>
}
