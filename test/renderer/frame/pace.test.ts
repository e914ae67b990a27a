import { notePace, type Pace, percentOf, rateOf, secondsLeft } from '../../../renderer/frame/pace.ts'

const write = (done: number) => ({ phase: 'write', done, total: 1000 }) as const

function paceOf(...marks: ReadonlyArray<readonly [at: number, done: number]>): Pace | null {
  return marks.reduce<Pace | null>((pace, [at, done]) => notePace(pace, write(done), at), null)
}

test('the time left follows from the rate', () => {
  const pace = paceOf([0, 0], [5000, 100], [10_000, 200])
  expect(rateOf(pace)).toBe(20)
  expect(secondsLeft(pace, write(200))).toBe(40)
})

test('in the first seconds nobody can tell', () => {
  expect(rateOf(paceOf([0, 0], [500, 50]))).toBeNull()
  expect(secondsLeft(paceOf([0, 0], [500, 50]), write(50))).toBeNull()
})

test('a phase that stands still has no end', () => {
  expect(secondsLeft(paceOf([0, 10], [5000, 10]), write(10))).toBeNull()
})

test('without a total there is a rate, but no time left', () => {
  expect(secondsLeft(paceOf([0, 0], [5000, 100]), { phase: 'write', done: 100 })).toBeNull()
})

test('a new phase begins anew, and so does one that counts from the beginning', () => {
  const pace = paceOf([0, 0], [5000, 100])
  expect(notePace(pace, { phase: 'record', done: 0 }, 6000).marks).toHaveLength(1)
  expect(notePace(pace, write(3), 6000).marks).toHaveLength(1)
})

test('what is long past does not count', () => {
  const slowThenFast = paceOf([0, 0], [10_000, 10], [31_000, 20], [36_000, 520], [41_000, 1000])
  expect(rateOf(slowThenFast)).toBeCloseTo(98, 0)
})

test.each([
  [{ phase: 'write', done: 431, total: 1000 } as const, 43],
  [{ phase: 'write', done: 1200, total: 1000 } as const, 100],
  [{ phase: 'map', done: 12 } as const, null],
  [null, null],
])('%j is %p per cent', (progress, percent) => {
  expect(percentOf(progress)).toBe(percent)
})
