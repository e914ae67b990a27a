import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Tone } from '../../app/report/outcomeWord.ts'

interface ToneMarkProps {
  readonly tone: Tone
  /** Says without colour what the colour says. */
  readonly sign: string
  readonly children?: ReactNode
}

const useStyles = makeStyles({
  mark: { display: 'inline-flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS, maxWidth: '100%' },
  sign: { flexShrink: 0, minWidth: '12px', fontWeight: tokens.fontWeightSemibold },
  words: { overflow: 'hidden', textOverflow: 'ellipsis' },
  equal: { color: tokens.colorPaletteGreenForeground1 },
  add: { color: tokens.colorPaletteBlueForeground2 },
  change: { color: tokens.colorPaletteMarigoldForeground2 },
  remove: { color: tokens.colorPaletteRedForeground1 },
  none: {},
})

/** A word with a sign before it, in the colour that means the same: green equal, blue added, amber changed, red taken away. */
export function ToneMark({ tone, sign, children }: ToneMarkProps) {
  const styles = useStyles()
  return (
    <span className={mergeClasses(styles.mark, styles[tone])}>
      <span aria-hidden className={styles.sign}>
        {sign}
      </span>
      {children !== undefined && <span className={styles.words}>{children}</span>}
    </span>
  )
}
