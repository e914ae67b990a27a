import type { RunPoint } from '../../app/api/overview/overview.ts'

export const chartParts = ['added', 'changed', 'removed', 'failed'] as const
export type ChartPart = (typeof chartParts)[number]

export interface ChartSize {
  readonly width: number
  readonly height: number
  /** How many runs have room. */
  readonly slots: number
}

export interface ChartBar {
  readonly point: RunPoint
  /** Left edge and width of the slot; the bar stands in the middle of it. */
  readonly x: number
  readonly width: number
  /** From the bottom up; empty when the run changed nothing. */
  readonly segments: ReadonlyArray<{ readonly part: ChartPart; readonly y: number; readonly height: number }>
  /** Of the line of durations. */
  readonly durationY: number
}

/**
 * Where everything stands in the chart of the last runs, oldest first, at the right end. The height of a bar grows with the
 * square root of its changes, so that a day with three is seen beside one with three thousand; its parts share it as they
 * share the changes. Durations are drawn in the same way on a scale of their own.
 */
export function chartBars(newestFirst: readonly RunPoint[], { width, height, slots }: ChartSize): readonly ChartBar[] {
  const points = newestFirst.slice(0, slots).toReversed()
  const slot = width / slots
  const most = Math.max(1, ...points.map(totalOf))
  const longest = Math.max(1, ...points.map(({ seconds }) => seconds))
  return points.map((point, index) => {
    const total = totalOf(point)
    // Even one change is to be seen.
    const full = total === 0 ? 0 : Math.max(3, Math.sqrt(total / most) * height)
    let top = height
    const segments = chartParts
      .filter((part) => point[part] > 0)
      .map((part) => {
        const share = (point[part] / total) * full
        top -= share
        return { part, y: top, height: share }
      })
    return {
      point,
      x: (slots - points.length + index) * slot,
      width: slot,
      segments,
      durationY: height - Math.sqrt(point.seconds / longest) * height,
    }
  })
}

export function totalOf({ added, changed, removed, failed }: RunPoint): number {
  return added + changed + removed + failed
}
