import fc from 'fast-check'
import { dueTimes } from '../../app/schedule/dueTimes.ts'

const minute = 60_000
const day = 24 * 60 * minute
const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'America/Santiago', 'UTC']
const [begin, end] = [Date.UTC(2024, 0, 1), Date.UTC(2028, 0, 1)]

/** What the wall shows at every minute of some years; no clock of these zones changes but at a half hour. */
const walls = new Map<string, Float64Array>()
function wallsOf(zone: string): Float64Array {
  const known = walls.get(zone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  const table = new Float64Array((end - begin) / minute)
  for (let at = 0; at < table.length; at += 30) {
    const shown = Date.parse(`${format.format(begin + at * minute).replace(' ', 'T')}Z`)
    for (let more = 0; more < 30; more++) table[at + more] = shown + more * minute
  }
  walls.set(zone, table)
  return table
}

interface Pattern {
  readonly minutes: readonly number[]
  readonly hours: readonly number[]
  readonly weekDays: readonly number[]
}

function fits({ minutes, hours, weekDays }: Pattern, wall: number): boolean {
  return (
    minutes.includes((wall / minute) % 60) &&
    hours.includes(Math.floor(wall / (60 * minute)) % 24) &&
    weekDays.includes((Math.floor(wall / day) + 4) % 7)
  )
}

/** Walks a wall clock minute by minute: what it leaps over is due when it has leapt; what it shows again is due again only for every hour. */
function walked(pattern: Pattern, zone: string, after: number, until: number): readonly string[] {
  const table = wallsOf(zone)
  const wallAt = (moment: number) => table[(moment - begin) / minute] ?? 0
  const due: string[] = []
  const start = Math.floor(after / minute) * minute
  let latest = Math.max(...Array.from({ length: 180 }, (_, back) => wallAt(start - back * minute)))
  for (let moment = start + minute; moment <= until; moment += minute) {
    const wall = wallAt(moment)
    let isDue = wall <= latest && pattern.hours.length === 24 && fits(pattern, wall)
    for (; latest < wall; latest += minute) isDue = isDue || fits(pattern, latest + minute)
    if (isDue) due.push(new Date(moment).toISOString())
  }
  return due
}

function computed(pattern: Pattern, zone: string, after: number, until: number): readonly string[] {
  const { minutes, hours, weekDays } = pattern
  const expression = `${minutes} ${hours.length === 24 ? '*' : hours} * * ${weekDays}`
  const due: string[] = []
  for (const moment of dueTimes(expression, zone, new Date(after))) {
    if (moment.getTime() > until) return due
    due.push(moment.toISOString())
  }
  return due
}

const everyHour = Array.from({ length: 24 }, (_, hour) => hour)
const everyDay = [0, 1, 2, 3, 4, 5, 6]
const some = (most: number, values: fc.Arbitrary<number>) => fc.uniqueArray(values, { minLength: 1, maxLength: most })
const patterns: fc.Arbitrary<Pattern> = fc.record({
  minutes: some(4, fc.constantFrom(0, 1, 15, 29, 30, 31, 45, 59)),
  hours: fc.oneof(some(5, fc.constantFrom(0, 1, 2, 3, 4, 12, 23)), fc.constant(everyHour)),
  weekDays: fc.oneof(fc.constant(everyDay), some(3, fc.nat(6))),
})

/** For each zone: moments at which it changes its offset, and one at which it does not. */
const changes = new Map(
  zones.map((zone) => {
    const table = wallsOf(zone)
    const found: number[] = [begin + 400 * day]
    for (let at = 60 * 24 * 60; at < table.length; at++)
      if ((table[at] ?? 0) - (table[at - 1] ?? 0) !== minute) found.push(begin + at * minute)
    return [zone, found]
  }),
)
const windows = fc.constantFrom(...zones).chain((zone) =>
  fc.record({
    zone: fc.constant(zone),
    after: fc
      .tuple(fc.constantFrom(...(changes.get(zone) ?? [])), fc.integer({ min: -3 * day, max: day }))
      .map(([at, off]) => at + off),
  }),
)

describe('dueTimes', () => {
  test.each(zones)(
    'over four years in %s, nothing is lost, nothing is due twice, and the wall clock is met',
    (zone) => {
      for (const pattern of [
        { minutes: [0], hours: [0, 4, 8, 12, 16, 20], weekDays: everyDay },
        { minutes: [30], hours: [0, 1, 2, 3, 23], weekDays: everyDay },
        { minutes: [0, 20, 40], hours: everyHour, weekDays: [0, 6] },
      ])
        expect(computed(pattern, zone, begin + 200 * minute, end - day)).toEqual(
          walked(pattern, zone, begin + 200 * minute, end - day),
        )
    },
  )

  test('around every change of the clock, any pattern is due as a walk along the wall clock finds', () => {
    fc.assert(
      fc.property(patterns, windows, (pattern, { zone, after }) => {
        const until = Math.min(after + 5 * day, end - day)
        const due = computed(pattern, zone, after, until)
        expect(due).toEqual(walked(pattern, zone, after, until))
        expect([...new Set(due)].sort()).toEqual(due)
      }),
      { numRuns: 300 },
    )
  })

  const first = (count: number, expression: string, zone: string, after: string) => {
    const times = dueTimes(expression, zone, new Date(after))
    return Array.from({ length: count }, () => times.next().value.toISOString().slice(0, 16))
  }

  test('a time that the clock leaps over is due once, at the first moment after the leap', () => {
    const berlin = ['2026-03-28T01:30', '2026-03-29T01:00', '2026-03-30T00:30']
    expect(first(3, '30 2 * * *', 'Europe/Berlin', '2026-03-27T12:00Z')).toEqual(berlin)
    expect(first(2, '0,15,45 2 * * *', 'Europe/Berlin', '2026-03-28T12:00Z')).toEqual([
      '2026-03-29T01:00',
      '2026-03-30T00:00',
    ])
    expect(first(2, '10 2 * * *', 'Australia/Lord_Howe', '2026-10-03T00:00Z')).toEqual([
      '2026-10-03T15:30',
      '2026-10-04T15:10',
    ])
  })

  test('a time that the clock shows twice is due once, the first time', () => {
    const berlin = ['2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30']
    expect(first(3, '30 2 * * *', 'Europe/Berlin', '2026-10-23T12:00Z')).toEqual(berlin)
    expect(first(2, '45 1 * * *', 'Australia/Lord_Howe', '2026-04-04T00:00Z')).toEqual([
      '2026-04-04T14:45',
      '2026-04-05T15:15',
    ])
    expect(first(3, '0 */2 * * *', 'Europe/Berlin', '2026-10-24T22:00Z')).toEqual([
      '2026-10-25T00:00',
      '2026-10-25T03:00',
      '2026-10-25T05:00',
    ])
  })

  test('every hour goes on through the hour that comes twice', () => {
    const hours = ['2026-10-24T23:00', '2026-10-25T00:00', '2026-10-25T01:00', '2026-10-25T02:00']
    expect(first(4, '0 * * * *', 'Europe/Berlin', '2026-10-24T22:00Z')).toEqual(hours)
  })

  test('a day that a zone left out is made up for when the next one begins', () => {
    const apia = ['2011-12-29T12:00', '2011-12-30T10:00', '2011-12-30T12:00']
    expect(first(3, '0 2 * * *', 'Pacific/Apia', '2011-12-28T13:00Z')).toEqual(apia)
  })

  test('knows the last day of a month, the second Monday, and a leap day', () => {
    expect(first(3, '0 2 L * *', 'UTC', '2028-01-01T00:00Z')).toEqual([
      '2028-01-31T02:00',
      '2028-02-29T02:00',
      '2028-03-31T02:00',
    ])
    expect(first(2, '0 2 * * 1#2', 'UTC', '2026-03-01T00:00Z')).toEqual(['2026-03-09T02:00', '2026-04-13T02:00'])
    expect(first(2, '0 0 29 2 *', 'UTC', '2097-01-01T00:00Z')).toEqual(['2104-02-29T00:00', '2108-02-29T00:00'])
  })
})
