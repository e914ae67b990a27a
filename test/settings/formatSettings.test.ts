import fc from 'fast-check'
import { formatSettings } from '../../app/settings/formatSettings.ts'
import { parseSettings } from '../../app/settings/parseSettings.ts'
import { anySettings } from './anySettings.ts'
import { settingsWith, shortestText } from './exampleSettings.ts'

describe('formatSettings', () => {
  test('gives back what went in, and the same text again', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const text = formatSettings(settings)
        const again = parseSettings(text, 'any.yaml')
        expect(again).toEqual(settings)
        expect(formatSettings(again)).toBe(text)
      }),
    )
  })

  test('writes equal settings alike, whatever their order and comments', () => {
    const [head, ...sections] = shortestText.split(/\n(?=[a-z])/)
    const turned = ['# another order', ...sections.map((section) => section.trimEnd()).reverse(), head].join('\n')
    expect(formatSettings(parseSettings(turned, 'a.yaml'))).toBe(formatSettings(parseSettings(shortestText, 'b.yaml')))
  })

  test('explains each section and writes short ones on one line', () => {
    const text = formatSettings(settingsWith('version: 1', 'version: 1\nmapping: { sn: sn, uid: mail }'))
    expect(text).toContain('\n# Where people and groups are read.\ndirectory:\n')
    expect(text).toContain(
      '\n# Days between making a vanished user inactive and deleting the user.\nsoftDeleteDays: 7\n',
    )
    expect(text).toContain('\n    users: { percent: 5, atLeast: 3, atMost: 500 }\n')
    expect(text).toContain('\n    password: { env: DIRECTORY_PASSWORD }\n')
    expect(text).toContain('\nmapping:\n  uid: mail\n  sn: sn\n')
  })
})
