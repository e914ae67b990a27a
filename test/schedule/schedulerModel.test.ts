import fc from 'fast-check'
import type { Lane } from '../../app/schedule/lane.ts'
import { machine } from './machine.ts'

const minute = 60_000
const third = minute / 3
const hour = 60 * minute
const start = Date.UTC(2026, 0, 1, 0, 10)
const schedule = { incremental: '0 * * * *', full: '30 */6 * * *', timeZone: 'UTC' }

type Step =
  | { readonly kind: 'pass'; readonly minutes: number }
  | { readonly kind: 'jump'; readonly minutes: number }
  | { readonly kind: 'pause' | 'resume' | 'manual' | 'automatic' | 'restart' }

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 300 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('jump' as const),
      minutes: fc.oneof(fc.integer({ min: 1, max: 6000 }), fc.integer({ min: -200, max: -1 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('pause' as const, 'resume', 'manual', 'automatic', 'restart') }),
  },
)
/** Never a whole number of minutes: what happens at the same moment has no order to speak of. */
const durations = fc.array(
  fc.oneof(fc.constant(0), fc.nat(180)).map((minutes) => (minutes === 0 ? 0 : minutes * minute + third)),
  { minLength: 1, maxLength: 5 },
)

/** Whether a lane is due in the minutes after one moment up to another; written down once more, without cron. */
function isDue(lane: Lane, after: number, until: number): boolean {
  const [period, phase] = lane === 'full' ? [6 * hour, 30 * minute] : [hour, 0]
  return Math.floor((until - phase) / period) > Math.floor((after - phase) / period)
}

/** The rules, step by step of a third of a minute: what runs at which time on the wall. */
function reference(script: readonly Step[], lasting: readonly number[]): readonly string[] {
  const runs: string[] = []
  let [wall, attended] = [start, start]
  let active = { automatic: true, resumed: true }
  let run: { readonly startedAt: number; left: number } | null = null

  const look = () => {
    while (run === null || run.left === 0) {
      if (run !== null) attended = run.startedAt
      run = null
      if (attended - wall > 24 * hour) attended = wall
      const lane = (['full', 'incremental'] as const).find((one) => isDue(one, attended, Math.max(attended, wall)))
      if (lane === undefined) return
      if (active.automatic && active.resumed) {
        run = { startedAt: wall, left: lasting[runs.length % lasting.length] ?? 0 }
        runs.push(`${lane} ${new Date(wall).toISOString()}`)
      } else attended = wall
    }
  }
  const pass = (milliseconds: number) => {
    for (let left = milliseconds; left > 0; left -= third) {
      wall += third
      if (run !== null) run.left -= third
      look()
    }
  }

  look()
  for (const step of script) {
    if (step.kind === 'pass') pass(step.minutes * minute + third)
    else if (step.kind === 'jump') wall += step.minutes * minute
    else if (step.kind === 'restart') run = null
    else if (step.kind === 'pause' || step.kind === 'resume') active = { ...active, resumed: step.kind === 'resume' }
    else active = { ...active, automatic: step.kind === 'automatic' }
    look()
  }
  return runs
}

/** What the scheduler does; `told` of every change at once, or left to notice it. */
async function real(script: readonly Step[], lasting: readonly number[], changes: 'told' | 'noticed') {
  const one = machine(new Date(start).toISOString(), schedule)
  const runs: string[] = []
  one.work = async (lane, signal) => {
    const duration = lasting[runs.length % lasting.length] ?? 0
    runs.push(`${lane} ${one.clock.now().toISOString()}`)
    if (duration > 0) await one.clock.sleep(duration, signal)
  }
  one.boot()
  await one.clock.pass(0)
  for (const step of script) {
    if (step.kind === 'pass') await one.clock.pass(step.minutes * minute + third)
    else if (step.kind === 'jump') one.clock.jump(step.minutes * minute)
    else if (step.kind === 'pause') one.control = { ...one.control, pausedAt: one.clock.now().toISOString() }
    else if (step.kind === 'resume') one.control = { ...one.control, pausedAt: null }
    else if (step.kind === 'restart') {
      await one.shutDown()
      one.boot()
    } else one.control = { ...one.control, mode: step.kind }
    if (changes === 'told') {
      one.scheduler.reconsider()
      await one.clock.pass(0)
    }
  }
  await one.shutDown()
  expect(one.troubles).toEqual([])
  return { runs, attended: Date.parse(one.control.attendedUntil ?? '') }
}

describe('the scheduler against its rules', () => {
  test('sleeps, jumps of the clock, pauses, modes, restarts and long runs: it runs what the rules say, when they say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 25 }), durations, async (script, lasting) => {
        expect((await real(script, lasting, 'told')).runs).toEqual(reference(script, lasting))
      }),
      { numRuns: 100 },
    )
  })

  test('left to notice by itself: every run has something due that no run before it covered, and what is due is run within a minute', async () => {
    const clockOnly = steps.filter((step) => step.kind === 'pass' || (step.kind === 'jump' && step.minutes > 0))
    await fc.assert(
      fc.asyncProperty(fc.array(clockOnly, { maxLength: 25 }), async (script) => {
        const { runs } = await real([...script, { kind: 'pass', minutes: 1 }], [0], 'noticed')
        const end = script.reduce((sum, step) => sum + passing(step), start + minute + third)
        let before = start
        for (const run of runs) {
          const [lane, time = ''] = run.split(' ')
          const at = Date.parse(time)
          expect(isDue(lane === 'full' ? 'full' : 'incremental', before, at)).toBe(true)
          expect(lane === 'full').toBe(isDue('full', before, at))
          before = at
        }
        expect(isDue('incremental', before, end - minute) || isDue('full', before, end - minute)).toBe(false)
      }),
      { numRuns: 50 },
    )
  })
})

function passing(step: Step): number {
  if (step.kind === 'pass') return step.minutes * minute + third
  return step.kind === 'jump' ? step.minutes * minute : 0
}
