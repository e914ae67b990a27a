import { Body1, Body1Strong, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

interface EmptyProps {
  readonly title: string
  /** What it means, and what leads on from here. */
  readonly message: string
  readonly action?: ReactNode
}

const useStyles = makeStyles({
  empty: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    maxWidth: '60ch',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`,
  },
  message: { color: tokens.colorNeutralForeground2 },
})

/** What stands where a list would be, when there is nothing to list. */
export function Empty({ title, message, action }: EmptyProps) {
  const styles = useStyles()
  return (
    <div className={styles.empty}>
      <Body1Strong>{title}</Body1Strong>
      <Body1 className={styles.message}>{message}</Body1>
      {action}
    </div>
  )
}
