import { median } from './median.ts'
import type { ScrollFrames } from './scrollFrames.ts'

/** One thing that somebody waits for, measured several times. */
export interface Waited {
  readonly name: string
  /** It has to take less. */
  readonly mostMilliseconds: number
  readonly medianMilliseconds: number
  readonly longestMilliseconds: number
}

/** One way of scrolling. */
export interface Scrolled extends ScrollFrames {
  readonly name: string
}

/** What `window.ts` prints. */
export interface WindowMeasurement {
  readonly waited: readonly Waited[]
  readonly scrolled: readonly Scrolled[]
  readonly firstPage: { readonly files: number; readonly gzipBytes: number }
  /** Why the desktop app was left out; null where it was not. */
  readonly withoutDesktop: string | null
}

export function waitedFor(name: string, mostMilliseconds: number, each: readonly number[]): Waited {
  const [medianMilliseconds, longestMilliseconds] = [Math.round(median(each)), Math.round(Math.max(...each))]
  return { name, mostMilliseconds, medianMilliseconds, longestMilliseconds }
}

/** The same ways of scrolling in several rounds as one round of each. */
export function together(rounds: ReadonlyArray<readonly Scrolled[]>): readonly Scrolled[] {
  return (rounds[0] ?? []).map(({ name }, way) => {
    const each = rounds.flatMap((round) => round[way] ?? [])
    const sum = (count: 'frames' | 'blank' | 'awaiting') => each.reduce((before, one) => before + one[count], 0)
    const longestMilliseconds = Math.max(...each.map((one) => one.longestMilliseconds))
    return { name, frames: sum('frames'), blank: sum('blank'), awaiting: sum('awaiting'), longestMilliseconds }
  })
}

export function windowTable({ waited, scrolled, firstPage, withoutDesktop }: WindowMeasurement): string {
  const kilobytes = (firstPage.gzipBytes / 1000).toFixed(0)
  return [
    '| from | median | longest | bound |',
    '|---|---|---|---|',
    ...waited.map(
      ({ name, mostMilliseconds, medianMilliseconds, longestMilliseconds }) =>
        `| ${name} | ${medianMilliseconds} ms | ${longestMilliseconds} ms | under ${mostMilliseconds} ms |`,
    ),
    ...(withoutDesktop === null ? [] : ['', `The desktop app is left out. ${withoutDesktop}`]),
    '',
    '| scrolling | frames | without rows | with rows on their way | longest |',
    '|---|---|---|---|---|',
    ...scrolled.map(
      ({ name, frames, blank, awaiting, longestMilliseconds }) =>
        `| ${name} | ${frames} | ${blank} | ${awaiting} | ${Math.round(longestMilliseconds)} ms |`,
    ),
    '',
    `The first page loads ${firstPage.files} files, ${kilobytes} kB with gzip (under 500 kB).`,
  ].join('\n')
}
