import { describeCron } from '../../app/schedule/describeCron.ts'
import { describeSchedule } from '../../app/schedule/describeSchedule.ts'

describe('describeCron', () => {
  test.each([
    ['0 */4 * * *', 'every 4 hours'],
    ['0 * * * *', 'every hour'],
    ['30 * * * *', 'every hour at 30 minutes past'],
    ['*/15 * * * *', 'every 15 minutes'],
    ['* * * * *', 'every minute'],
    ['@daily', 'every day at 00:00'],
    ['30 2,14 * * *', 'every day at 02:30 and 14:30'],
    ['0 */5 * * *', 'every day at 00:00, 05:00, 10:00, 15:00 and 20:00'],
    ['0 2 * * 6', 'on Saturdays at 02:00'],
    ['0 2 * * 0,3', 'on Wednesdays and Sundays at 02:00'],
    ['0 */4 * * 1-5', 'every 4 hours from Monday to Friday'],
    ['0 2 L * *', 'on the last day of the month at 02:00'],
    ['0 2 1,15 1,7 *', 'on days 1 and 15 of the month in January and July at 02:00'],
    ['0 2 * 8 *', 'every day in August at 02:00'],
    ['*/7 8-17 * * *', 'by the cron expression "*/7 8-17 * * *"'],
    ['0 2 1 * 1', 'by the cron expression "0 2 1 * 1"'],
    ['0 2 * * 6L', 'by the cron expression "0 2 * * 6L"'],
  ])('%s is %s', (expression, words) => {
    expect(describeCron(expression)).toBe(words)
  })
})

describe('describeSchedule', () => {
  const schedule = { incremental: '0 */12 * * *', full: '0 0 * * 0', timeZone: 'America/New_York' }

  test('shows the next five times in the zone of the schedule; a full sync stands for the incremental one at its time', () => {
    const described = describeSchedule(schedule, new Date('2026-10-31T12:00:00Z'))
    expect(described).toMatchObject({
      timeZone: 'America/New_York',
      incremental: 'every 12 hours',
      full: 'on Sundays at 00:00',
    })
    expect(described.next.map(({ lane, shown }) => `${lane} ${shown}`)).toEqual([
      'incremental Sat 2026-10-31 12:00 GMT-4',
      'full Sun 2026-11-01 00:00 GMT-4',
      'incremental Sun 2026-11-01 12:00 GMT-5',
      'incremental Mon 2026-11-02 00:00 GMT-5',
      'incremental Mon 2026-11-02 12:00 GMT-5',
    ])
  })

  test('says that a lane is off, and has no times when both are', () => {
    expect(describeSchedule({ incremental: null, full: null, timeZone: 'UTC' }, new Date(0))).toEqual({
      timeZone: 'UTC',
      incremental: null,
      full: null,
      next: [],
    })
  })

  test("takes the machine's time zone where none is set", () => {
    expect(describeSchedule({ incremental: null, full: null }, new Date(0)).timeZone).toBe(
      new Intl.DateTimeFormat().resolvedOptions().timeZone,
    )
  })
})
