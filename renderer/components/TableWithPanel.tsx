import { makeStyles, tokens } from '@fluentui/react-components'
import { type ReactNode, type UIEvent, useRef } from 'react'
import { SidePanel } from './SidePanel.tsx'

interface TableWithPanelProps {
  /** What the table and its panel are about, for those who do not see them. */
  readonly label: string
  /** Details of the marked row; null while none is marked. */
  readonly panel: { readonly label: string; readonly content: ReactNode } | null
  readonly onClose: () => void
  /** The table was scrolled to so many pixels. */
  readonly onScroll?: (top: number) => void
  readonly children: ReactNode
}

const useStyles = makeStyles({
  both: { display: 'flex', flexGrow: 1, minHeight: '240px', gap: tokens.spacingHorizontalL },
  table: {
    position: 'relative',
    flexGrow: 1,
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
})

/** A table that fills its page, and the details of the marked row beside it. Escape closes them and leads back to the table. */
export function TableWithPanel({ label, panel, onClose, onScroll, children }: TableWithPanelProps) {
  const styles = useStyles()
  const part = useRef<HTMLElement>(null)
  const close = () => {
    onClose()
    part.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
  }
  const scrolled = ({ target }: UIEvent) => {
    if (target instanceof Element) onScroll?.(target.scrollTop)
  }
  return (
    <section
      ref={part}
      aria-label={label}
      className={styles.both}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || panel === null || event.defaultPrevented) return
        event.preventDefault()
        close()
      }}
    >
      <div className={styles.table} onScrollCapture={scrolled}>
        {children}
      </div>
      {panel && (
        <SidePanel label={panel.label} onClose={close}>
          {panel.content}
        </SidePanel>
      )}
    </section>
  )
}
