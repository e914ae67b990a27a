import type { Progress } from '../../app/model/progress.ts'

/** How far a phase of a run was at some moments, oldest first. */
export interface Pace {
  readonly phase: Progress['phase']
  readonly marks: ReadonlyArray<{
    /** Milliseconds of any clock that only goes on. */
    readonly at: number
    readonly done: number
  }>
}

const windowMilliseconds = 20_000
/** Before that a rate is a guess. */
const leastMilliseconds = 2000

/** Takes down where a phase is; a new phase begins anew, and what is too old to tell of the present pace is let go. */
export function notePace(pace: Pace | null, { phase, done }: Progress, at: number): Pace {
  const mark = { at, done }
  const last = pace?.marks.at(-1)
  if (pace === null || pace.phase !== phase || (last !== undefined && done < last.done)) return { phase, marks: [mark] }
  const recent = pace.marks.filter(
    (each, index) => index === pace.marks.length - 1 || each.at > at - windowMilliseconds,
  )
  return { phase, marks: [...recent, mark] }
}

/** Objects a second over the last twenty seconds; null while it is too soon to tell. */
export function rateOf(pace: Pace | null): number | null {
  const first = pace?.marks[0]
  const last = pace?.marks.at(-1)
  if (first === undefined || last === undefined || last.at - first.at < leastMilliseconds) return null
  return ((last.done - first.done) * 1000) / (last.at - first.at)
}

/** Seconds until a phase is through; null while nobody can tell. */
export function secondsLeft(pace: Pace | null, { done, total }: Progress): number | null {
  const rate = rateOf(pace)
  if (rate === null || rate <= 0 || total === undefined) return null
  return Math.max(0, total - done) / rate
}

/** How much of a phase is done, from 0 to 100 and whole; null when its end is not known. */
export function percentOf(progress: Progress | null): number | null {
  if (progress?.total === undefined || progress.total <= 0) return null
  return Math.min(100, Math.floor((progress.done * 100) / progress.total))
}
