import type { Lane } from '../../app/schedule/lane.ts'
import type { Schedule } from '../../app/schedule/nextDue.ts'
import {
  type Scheduler,
  type SchedulerParts,
  type ScheduleTrouble,
  startScheduler,
} from '../../app/schedule/scheduler.ts'
import type { Control } from '../../app/state/state.ts'
import { type SimulatedClock, simulatedClock } from '../fakes/simulatedClock.ts'

export const hours = (count: number) => count * 3_600_000

/** A machine with a service that keeps a schedule, under a clock of its own. */
export interface Machine {
  readonly clock: SimulatedClock
  /** `full 2026-03-29 03:00 GMT+2` for every run that was started. */
  readonly runs: string[]
  /** Runs that were stopped before they had ended. */
  readonly stopped: string[]
  readonly troubles: ScheduleTrouble[]
  control: Control
  schedule: Schedule
  /** What a run does after it was started; nothing unless given. */
  work(lane: Lane, signal: AbortSignal): Promise<void>
  /** Something that goes wrong when what was attended to is saved. */
  beforeSave(): void
  readonly scheduler: Scheduler
  boot(): void
  shutDown(): Promise<void>
}

export function machine(start: string, schedule: Schedule): Machine {
  const clock = simulatedClock(start)
  let scheduler: Scheduler | null = null
  let underway = 0
  const self: Machine = {
    clock,
    runs: [],
    stopped: [],
    troubles: [],
    control: { mode: 'automatic', pausedAt: null, attendedUntil: null },
    schedule,
    async work() {},
    beforeSave() {},
    get scheduler() {
      if (scheduler === null) throw new Error('The machine is off')
      return scheduler
    },
    boot() {
      scheduler = startScheduler(parts)
    },
    async shutDown() {
      await scheduler?.stop()
      scheduler = null
    },
  }
  const parts: SchedulerParts = {
    clock,
    schedule: () => self.schedule,
    control: () => self.control,
    saveAttended(until) {
      self.beforeSave()
      self.control = { ...self.control, attendedUntil: until.toISOString() }
    },
    async run(lane, signal) {
      if (underway > 0) throw new Error('Two runs at once')
      underway++
      const shown = `${lane} ${shownIn(self.schedule.timeZone ?? 'UTC', clock.now())}`
      self.runs.push(shown)
      try {
        await self.work(lane, signal)
      } catch (error) {
        if (signal.aborted) self.stopped.push(shown)
        throw error
      } finally {
        underway--
      }
    },
    tell: (trouble) => self.troubles.push(trouble),
  }
  return self
}

const formats = new Map<string, Intl.DateTimeFormat>()

function shownIn(timeZone: string, at: Date): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'shortOffset',
    })
  formats.set(timeZone, format)
  return format.format(at)
}
