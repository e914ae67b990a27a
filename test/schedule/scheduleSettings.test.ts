import { ConnectorError } from '../../app/model/error.ts'
import { parseSettings } from '../../app/settings/parseSettings.ts'
import { planSettingsDigest, settingsDigest } from '../../app/settings/settingsDigest.ts'
import { shortestText } from '../settings/exampleSettings.ts'

const withSchedule = (schedule: string) => parseSettings(`${shortestText}schedule: ${schedule}\n`, 'hq.yaml')

describe('the schedule in the settings', () => {
  test('is an incremental sync every 4 hours unless something else is said', () => {
    expect(parseSettings(shortestText, 'hq.yaml').schedule).toEqual({ incremental: '0 */4 * * *', full: null })
    expect(withSchedule('{ full: "0 2 * * 6", timeZone: Europe/Berlin }').schedule).toEqual({
      incremental: '0 */4 * * *',
      full: '0 2 * * 6',
      timeZone: 'Europe/Berlin',
    })
    expect(withSchedule('{ incremental: null }').schedule).toEqual({ incremental: null, full: null })
  })

  test('needs no new dry run when it changes', () => {
    const [before, after] = [parseSettings(shortestText, 'hq.yaml'), withSchedule('{ incremental: "0 * * * *" }')]
    expect(planSettingsDigest(after)).toBe(planSettingsDigest(before))
    expect(settingsDigest(after)).not.toBe(settingsDigest(before))
  })

  test.each([
    ['{ incremental: "0 25 * * *" }', 'line 12: schedule.incremental has the hour "25", which must be from 0 to 23'],
    ['{ full: 2 }', 'line 12: schedule.full must be text, not a number'],
    ['{ timeZone: Europe/Berln }', 'line 12: schedule.timeZone must be a time zone like Europe/Berlin or UTC'],
    ['{ incrementl: null }', 'schedule.incrementl is not a setting; did you mean incremental?'],
  ])('refuses %s with its line and what is wrong', (schedule, message) => {
    expect(() => withSchedule(schedule)).toThrow(ConnectorError)
    expect(() => withSchedule(schedule)).toThrow(message)
  })
})
