import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { RunPoint } from '../../app/api/overview/overview.ts'
import { texts } from '../texts/texts.ts'
import { type ChartPart, chartBars, chartParts } from './chartBars.ts'
import { isOnlyPlanned, numberWords, runWords } from './pointWords.ts'

const width = 390
const height = 88
/** Between these, so that a few runs neither hide in a corner nor become slabs. */
const fewestSlots = 12
const mostSlots = 30
const gap = 3

const useStyles = makeStyles({
  figure: { margin: 0 },
  chart: { width: '100%', height: '96px', display: 'block', overflow: 'visible' },
  added: { fill: tokens.colorPaletteBlueBorderActive, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  changed: { fill: tokens.colorPaletteMarigoldBorderActive, '@media (forced-colors: active)': { fill: 'GrayText' } },
  removed: { fill: tokens.colorPaletteRedBorderActive, '@media (forced-colors: active)': { fill: 'Highlight' } },
  failed: { fill: 'url(#failed-hatch)' },
  planned: { fillOpacity: 0.35 },
  ground: { fill: tokens.colorNeutralStroke1 },
  base: { stroke: tokens.colorNeutralStroke1, strokeWidth: 1 },
  duration: {
    fill: 'none',
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: 1.5,
    strokeDasharray: '3 3',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
    vectorEffect: 'non-scaling-stroke',
  },
  slot: {
    fill: 'transparent',
    cursor: 'pointer',
  },
  bar: {
    outlineStyle: 'none',
    ':hover rect:first-child': { fill: tokens.colorSubtleBackgroundHover },
    ':focus-visible rect:first-child': {
      stroke: tokens.colorStrokeFocus2,
      strokeWidth: '2px',
      vectorEffect: 'non-scaling-stroke',
    },
  },
  words: { margin: `${tokens.spacingVerticalXS} 0`, fontVariantNumeric: 'tabular-nums' },
  line: { display: 'block', minHeight: '20px', whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' },
  numbers: { fontWeight: tokens.fontWeightSemibold },
  legend: {
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    flexWrap: 'wrap',
  },
  key: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
})

/** The last runs, each a bar of what it added, changed and removed, and what failed, under the line of durations. */
export function RunChart({ points }: { readonly points: readonly RunPoint[] }) {
  const styles = useStyles()
  const size = { width, height, slots: Math.min(mostSlots, Math.max(fewestSlots, points.length)) }
  const bars = chartBars(points, size)
  const chart = useRef<SVGSVGElement>(null)
  const [reached, setReached] = useState<number | null>(null)
  const [shown, setShown] = useState<number | null>(null)
  const stop = bars.findIndex(({ point }) => point.id === reached)
  const last = bars.length - 1
  const now = new Date()
  const pointShown = bars.find(({ point }) => point.id === shown)?.point ?? bars.at(-1)?.point

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const from = stop < 0 ? last : stop
    const to = Math.min(last, Math.max(0, from + step))
    chart.current?.querySelectorAll<SVGAElement>('a')[to]?.focus()
  }
  return (
    <figure aria-label={texts.dashboard.chart.label} className={styles.figure}>
      <svg
        ref={chart}
        role="presentation"
        className={styles.chart}
        viewBox={`0 -4 ${size.width} ${size.height + 8}`}
        preserveAspectRatio="none"
      >
        <defs>
          <pattern id="failed-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="4" height="4" className={styles.removed} />
            <rect width="2" height="4" fill={tokens.colorNeutralBackground1} />
          </pattern>
        </defs>
        <line x1="0" x2={size.width} y1={size.height} y2={size.height} className={styles.base} />
        {bars.map(({ point, x, width, segments }, index) => (
          <a
            key={point.id}
            href={`#/runs/${point.id}`}
            aria-label={`${runWords(point, now)} · ${numberWords(point)}`}
            tabIndex={index === (stop < 0 ? last : stop) ? 0 : -1}
            className={styles.bar}
            onFocus={() => {
              setReached(point.id)
              setShown(point.id)
            }}
            onKeyDown={onKeyDown}
            onMouseEnter={() => setShown(point.id)}
            onMouseLeave={() => setShown(reached)}
          >
            <rect x={x} y={-4} width={width} height={size.height + 8} className={styles.slot} />
            {segments.length === 0 && (
              <rect x={x + gap} y={size.height - 2} width={width - 2 * gap} height={2} className={styles.ground} />
            )}
            {segments.map(({ part, y, height }) => (
              <rect
                key={part}
                x={x + gap}
                y={y}
                width={width - 2 * gap}
                height={height}
                className={mergeClasses(styles[part], isOnlyPlanned(point) && styles.planned)}
              />
            ))}
          </a>
        ))}
        {bars.length > 1 && (
          <polyline
            className={styles.duration}
            points={bars.map(({ x, width, durationY }) => `${x + width / 2},${durationY}`).join(' ')}
            pointerEvents="none"
          />
        )}
      </svg>
      <p className={styles.words} aria-hidden="true">
        <span className={styles.line}>{pointShown && runWords(pointShown, now)}</span>
        <span className={mergeClasses(styles.line, styles.numbers)}>{pointShown && numberWords(pointShown)}</span>
      </p>
      <div className={styles.legend} aria-hidden="true">
        {chartParts.map((part) => (
          <LegendKey key={part} part={part} />
        ))}
        <span className={styles.key}>
          <svg width="16" height="10" aria-hidden="true">
            <line x1="0" x2="16" y1="5" y2="5" className={styles.duration} />
          </svg>
          {texts.dashboard.chart.duration}
        </span>
      </div>
    </figure>
  )
}

function LegendKey({ part }: { readonly part: ChartPart }) {
  const styles = useStyles()
  return (
    <span className={styles.key}>
      <svg width="10" height="10" aria-hidden="true">
        <rect width="10" height="10" className={styles[part]} />
      </svg>
      {texts.dashboard.chart.parts[part]}
    </span>
  )
}

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}
