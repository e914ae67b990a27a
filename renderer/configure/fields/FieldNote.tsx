import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ErrorCircle12Filled, Warning12Filled } from '@fluentui/react-icons'
import type { ReactNode } from 'react'

interface FieldNoteProps {
  readonly tone?: 'error' | 'warning'
  readonly children: ReactNode
}

const useStyles = makeStyles({
  note: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    alignItems: 'baseline',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  sign: { flexShrink: 0, transform: 'translateY(2px)' },
})

/** A small text beneath something that can be set: what it means, what to be careful of, or what is wrong. */
export function FieldNote({ tone, children }: FieldNoteProps) {
  const styles = useStyles()
  return (
    <div className={mergeClasses(styles.note, tone && styles[tone])} {...(tone === 'error' && { role: 'alert' })}>
      {tone === 'error' && <ErrorCircle12Filled className={styles.sign} />}
      {tone === 'warning' && <Warning12Filled className={styles.sign} />}
      <span>{children}</span>
    </div>
  )
}
