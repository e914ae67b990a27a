import { cronProblem } from '../../app/schedule/cronProblem.ts'
import { timeZoneProblem } from '../../app/schedule/timeZone.ts'

const fiveFields = 'five fields (minute, hour, day of month, month, week day), like "0 */4 * * *"'

describe('cronProblem', () => {
  test.each(['0 */4 * * *', '0 2 * * 6', '*/5 8-17 * * mon-fri', '0 2 L * *', '0 2 * * 1#2', '0 0 29 2 *', '@daily'])(
    'has nothing against %s',
    (expression) => {
      expect(cronProblem(expression)).toBeNull()
    },
  )

  test.each([
    ['0 25 * * *', 'has the hour "25", which must be from 0 to 23, with * , - and / as in */4 or 1-5'],
    ['60 2 * * *', 'has the minute "60", which must be from 0 to 59, with * , - and / as in */4 or 1-5'],
    [
      '0 2 32 * *',
      'has the day of month "32", which must be from 1 to 31, or L for the last, with * , - and / as in */4 or 1-5',
    ],
    ['0 2 30 2 *', 'has the day of month "30", which no chosen month has'],
    [
      '0 2 * 13 MOX',
      'has the month "13", which must be from 1 to 12, or a name like JAN, with * , - and / as in */4 or 1-5; ' +
        'has the week day "MOX", which must be from 0 (Sunday) to 6, or a name like MON, with * , - and / as in */4 or 1-5',
    ],
    ['0 0 1 1 1#3', 'never comes due: no such day has that week day, and both must fit'],
    ['0 2 * *', `must have ${fiveFields}; it has 4`],
    ['0 0 2 * * *', `must have ${fiveFields}; it has 6`],
    ['@reboot', `must be a cron expression of ${fiveFields}`],
  ])('says what is wrong with %s', (expression, problem) => {
    expect(cronProblem(expression)).toBe(problem)
  })
})

describe('timeZoneProblem', () => {
  test.each(['UTC', 'Europe/Berlin', 'Australia/Lord_Howe'])('has nothing against %s', (name) => {
    expect(timeZoneProblem(name)).toBeNull()
  })

  test.each([
    ['Europe/Berln', 'must be a time zone like Europe/Berlin or UTC, not "Europe/Berln"; did you mean Europe/Berlin?'],
    ['+01:00', 'must be a time zone like Europe/Berlin or UTC, not "+01:00"'],
  ])('says what is wrong with %s', (name, problem) => {
    expect(timeZoneProblem(name)).toBe(problem)
  })
})
