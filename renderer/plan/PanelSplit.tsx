import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { texts } from '../texts/texts.ts'

interface PanelSplitProps {
  readonly id: string
  /** Beside the rest, at the right; false for none. */
  readonly panel: ReactNode
  readonly children: ReactNode
}

const useStyles = makeStyles({
  split: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    flex: '1 1 0',
    minHeight: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
  rest: { minWidth: 0, minHeight: 0 },
  handle: {
    cursor: 'col-resize',
    touchAction: 'none',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: 'none', backgroundColor: tokens.colorStrokeFocus2 },
  },
})

const [narrowest, widest] = [320, 960]
const step = 24
const place = 'plan-panel-width'

/** A part with a panel beside it, whose width is drawn, or changed with the arrow keys, and kept. */
export function PanelSplit({ id, panel, children }: PanelSplitProps) {
  const styles = useStyles()
  const split = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(keptWidth)
  const change = (wanted: number) => {
    const room = (split.current?.clientWidth ?? widest) * 0.7
    const next = Math.round(Math.min(widest, room, Math.max(narrowest, wanted)))
    localStorage.setItem(place, String(next))
    setWidth(next)
  }
  const onPointerMove = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !split.current) return
    change(split.current.getBoundingClientRect().right - event.clientX)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const wider = { ArrowLeft: step, ArrowRight: -step }[event.key]
    if (wider === undefined) return
    event.preventDefault()
    change(width + wider)
  }
  const tracks = panel ? `minmax(0, 1fr) 8px min(${width}px, 70%)` : undefined
  return (
    <div
      id={id}
      ref={split}
      role="tabpanel"
      aria-label={texts.plan.objects}
      className={styles.split}
      style={tracks === undefined ? undefined : { gridTemplateColumns: tracks }}
    >
      <div className={styles.rest}>{children}</div>
      {panel && (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a rule that can be moved is no hr */}
          <div
            role="separator"
            aria-orientation="vertical"
            aria-label={texts.plan.item.width}
            aria-valuenow={width}
            aria-valuemin={narrowest}
            aria-valuemax={widest}
            tabIndex={0}
            className={mergeClasses(styles.handle)}
            onKeyDown={onKeyDown}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={onPointerMove}
          />
          {panel}
        </>
      )}
    </div>
  )
}

function keptWidth(): number {
  const kept = Number(localStorage.getItem(place))
  return kept >= narrowest && kept <= widest ? kept : 440
}
