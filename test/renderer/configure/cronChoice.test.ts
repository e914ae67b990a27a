import fc from 'fast-check'
import { cronProblem } from '../../../app/schedule/cronProblem.ts'
import {
  type CronChoice,
  choiceOf,
  cronOf,
  hourSteps,
  minuteSteps,
} from '../../../renderer/configure/schedule/cronChoice.ts'

const simple: fc.Arbitrary<CronChoice> = fc.oneof(
  fc.constant<CronChoice>({ kind: 'never' }),
  fc.constantFrom(...minuteSteps).map((every): CronChoice => ({ kind: 'minutes', every })),
  fc.constantFrom(...hourSteps).map((every): CronChoice => ({ kind: 'hours', every })),
  fc
    .record({
      weekDays: fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }),
      hour: fc.nat({ max: 23 }),
      minute: fc.nat({ max: 59 }),
    })
    .map((days): CronChoice => ({ kind: 'days', ...days })),
)

describe('choosing when something is due', () => {
  test('every choice comes back from its cron expression, which the service takes', () => {
    fc.assert(
      fc.property(simple, (choice) => {
        const cron = cronOf(choice)
        expect(choiceOf(cron)).toEqual(choice)
        if (cron !== null) expect(cronProblem(cron)).toBeNull()
      }),
    )
  })

  test('whatever a cron expression says, its choice says the same', () => {
    const field = fc.constantFrom('*', '0', '5', '30', '*/2', '*/4', '*/15', '*/7', '1,3', '1-5', '6', '7', 'MON', 'x')
    fc.assert(
      fc.property(fc.array(field, { minLength: 1, maxLength: 6 }), (fields) => {
        const cron = fields.join(' ')
        const choice = choiceOf(cron)
        if (choice.kind === 'cron') expect(cronOf(choice)).toBe(cron)
        else expect(choiceOf(cronOf(choice))).toEqual(choice)
      }),
    )
  })

  test.each([
    ['0 */4 * * *', { kind: 'hours', every: 4 }],
    ['0 2 * * 6', { kind: 'days', weekDays: [6], hour: 2, minute: 0 }],
    ['30 22 * * *', { kind: 'days', weekDays: [0, 1, 2, 3, 4, 5, 6], hour: 22, minute: 30 }],
    ['0 2 1 * *', { kind: 'cron', text: '0 2 1 * *' }],
    ['0 2 * * MON-FRI', { kind: 'cron', text: '0 2 * * MON-FRI' }],
    ['*/7 * * * *', { kind: 'cron', text: '*/7 * * * *' }],
    ['', { kind: 'cron', text: '' }],
  ])('%s', (cron, choice) => {
    expect(choiceOf(cron)).toEqual(choice)
  })
})
