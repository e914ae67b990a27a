import type { Clock } from '../model/clock.ts'
import type { Control } from '../state/state.ts'
import { isWaitingForPerson } from './isWaitingForPerson.ts'
import type { Lane } from './lane.ts'
import { type Awaited, awaited, type Due, dueBy, firstAwaited, type Schedule } from './nextDue.ts'

/** A machine that wakes from sleep is noticed after this long at the latest. */
const longestWait = 60_000
/** A clock that was set back by more was wrong before: what it had attended to says nothing. */
const furthestSetBack = 24 * 3_600_000

/** What went wrong in the schedule, which goes on all the same. */
export type ScheduleTrouble =
  /** A run that threw. One that waits for a person (no full sync yet, changed settings) is told once, not at every time. */
  | { readonly kind: 'run-failed'; readonly lane: Lane; readonly startedAt: Date; readonly error: unknown }
  /** Settings or state could not be read or saved; tried again every minute, told once until it works. */
  | { readonly kind: 'upkeep-failed'; readonly error: unknown }

export interface SchedulerParts {
  readonly clock: Clock
  /** The schedule of the settings as they are now. */
  schedule(): Schedule
  control(): Control
  /** Remembers `attendedUntil`, over restarts too. */
  saveAttended(until: Date): void
  /**
   * Runs a lane to its end; called for one at a time. Throws what made it fail. After `signal` aborts it ends soon, either
   * way, and will be made up for.
   */
  run(lane: Lane, signal: AbortSignal): Promise<void>
  tell(trouble: ScheduleTrouble): void
}

export interface Scheduler {
  /** The lane that runs now by the schedule. */
  running(): Lane | null
  /** What comes next; in the past when it only waits for the present run. Null in manual mode, while paused, or when nothing is scheduled. */
  next(): Due | null
  /** Settings, mode or pause have changed, or the clock: look at once. */
  reconsider(): void
  /** Tells the present run to stop, and resolves when it has ended; nothing is started any more. */
  stop(): Promise<void>
}

/**
 * Starts to run what is due, until it is stopped (DC-50, DC-51).
 *
 * - One run at a time. What was due until a run started is covered by it; what comes due while it runs is run after it,
 *   once. A full sync covers the incremental ones, whatever becomes of it.
 * - What was missed, because the machine slept or the service was stopped, is made up for once. A run that was stopped
 *   counts as missed.
 * - What comes due in manual mode or during a pause is left out, and is not made up for.
 * - A changed schedule counts from the moment of its change.
 * - A clock that is set back runs nothing twice: the schedule goes on where it had got to. Set back by more than a day,
 *   the schedule goes on from the new time at once.
 */
export function startScheduler(parts: SchedulerParts): Scheduler {
  const { clock } = parts
  const stopping = new AbortController()
  let waking = new AbortController()
  let present: { readonly lane: Lane; readonly startedAt: Date } | null = null
  let schedule: Schedule | null = null
  let attended: Date | null = null
  /** Computed once, not every minute. */
  let held: { readonly schedule: Schedule; readonly after: Date; readonly awaited: Awaited } | null = null
  let saved: Date | null = null
  let waitingFor: string | null = null
  let upkeepTold: string | null = null

  /** @returns how long to wait before the next look, in milliseconds */
  const look = async (): Promise<number> => {
    const now = clock.now()
    const wanted = parts.schedule()
    const control = parts.control()
    if (schedule === null) saved = attended = control.attendedUntil === null ? null : new Date(control.attendedUntil)
    const isChanged = schedule !== null && !isSame(schedule, wanted)
    if (attended === null || (isChanged && attended < now) || isFarAhead(attended, now)) attended = now
    schedule = wanted

    const due = dueBy(awaitedAfter(wanted, attended), now)
    if (due !== null) {
      if (isActive(control)) await run(due.lane, now)
      if (!stopping.signal.aborted) attended = now
    }
    save()
    const next = firstAwaited(awaitedAfter(wanted, attended))
    return next === null ? longestWait : Math.max(0, Math.min(longestWait, next.at.getTime() - clock.now().getTime()))
  }

  const awaitedAfter = (wanted: Schedule, after: Date): Awaited => {
    if (held?.after.getTime() !== after.getTime() || !isSame(held.schedule, wanted))
      held = { schedule: wanted, after, awaited: awaited(wanted, after) }
    return held.awaited
  }

  const run = async (lane: Lane, startedAt: Date): Promise<void> => {
    present = { lane, startedAt }
    try {
      await parts.run(lane, stopping.signal)
      waitingFor = null
    } catch (error) {
      if (stopping.signal.aborted) return
      const waitsFor = isWaitingForPerson(error) ? `${lane}: ${error.code}` : null
      if (waitsFor === null || waitsFor !== waitingFor) tell({ kind: 'run-failed', lane, startedAt, error })
      waitingFor = waitsFor
    } finally {
      present = null
    }
  }

  const save = (): void => {
    if (attended === null || attended.getTime() === saved?.getTime()) return
    parts.saveAttended(attended)
    saved = attended
  }

  const tell = (trouble: ScheduleTrouble): void => {
    try {
      parts.tell(trouble)
    } catch {
      // Who cannot be told must not end the schedule.
    }
  }

  const lookSafely = async (): Promise<number> => {
    try {
      const wait = await look()
      upkeepTold = null
      return wait
    } catch (error) {
      const told = String(error)
      if (told !== upkeepTold) tell({ kind: 'upkeep-failed', error })
      upkeepTold = told
      return longestWait
    }
  }

  const wait = async (milliseconds: number): Promise<void> => {
    if (waking.signal.aborted) return
    try {
      await clock.sleep(milliseconds, waking.signal)
    } catch {
      // Woken.
    }
  }

  const goOn = async (): Promise<void> => {
    await Promise.resolve()
    while (!stopping.signal.aborted) {
      waking = new AbortController()
      await wait(await lookSafely())
    }
  }
  const ended = goOn()

  return {
    running: () => present?.lane ?? null,
    next() {
      if (stopping.signal.aborted || !isActive(parts.control())) return null
      const now = clock.now()
      const coming = awaitedAfter(parts.schedule(), present?.startedAt ?? attended ?? now)
      return dueBy(coming, now) ?? firstAwaited(coming)
    },
    reconsider: () => waking.abort(),
    async stop() {
      stopping.abort()
      waking.abort()
      await ended
    },
  }
}

function isActive({ mode, pausedAt }: Control): boolean {
  return mode === 'automatic' && pausedAt === null
}

function isSame(one: Schedule, other: Schedule): boolean {
  return one.incremental === other.incremental && one.full === other.full && one.timeZone === other.timeZone
}

function isFarAhead(attended: Date, now: Date): boolean {
  return attended.getTime() - now.getTime() > furthestSetBack
}
