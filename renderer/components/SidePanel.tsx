import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { texts } from '../texts/texts.ts'

interface SidePanelProps {
  /** What the panel is about, for those who do not see it. */
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}

const useStyles = makeStyles({
  panel: {
    position: 'relative',
    flexShrink: 0,
    boxSizing: 'border-box',
    width: 'clamp(320px, 28vw, 480px)',
    overflow: 'auto',
    padding: tokens.spacingVerticalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  close: { position: 'absolute', top: tokens.spacingVerticalS, right: tokens.spacingVerticalS },
})

/** Details of the row that is marked in a table, beside it. */
export function SidePanel({ label, onClose, children }: SidePanelProps) {
  const styles = useStyles()
  return (
    <aside aria-label={label} className={styles.panel}>
      <Button
        className={styles.close}
        appearance="subtle"
        size="small"
        icon={<DismissRegular />}
        aria-label={texts.close}
        onClick={onClose}
      />
      {children}
    </aside>
  )
}
