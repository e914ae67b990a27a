import { type Circumstances, whetherToInstall } from '../../../../main/desktop/updates/whetherToInstall.ts'

const best: Circumstances = {
  installation: 'windows-installer',
  publisher: 'named',
  setting: 'on',
  service: 'own',
}
const decided = (differences: Partial<Circumstances>) => whetherToInstall({ ...best, ...differences })
const leave = (why: string) => ({ kind: 'leave', why })

describe('Whether a newer version is installed by the program itself', () => {
  test('on Windows, where the build names who must have signed it', () => {
    expect(decided({})).toEqual({ kind: 'install' })
    expect(decided({ publisher: 'unknown' })).toEqual(leave('unsigned'))
  })

  test('on macOS, whose own updater accepts nothing unsigned', () => {
    expect(decided({ installation: 'macos', publisher: 'unknown' })).toEqual({ kind: 'install' })
  })

  test('never on Linux, and never over an MSI, whatever else is so', () => {
    for (const installation of ['linux', 'windows-package'] as const)
      for (const publisher of ['named', 'unknown'] as const)
        for (const setting of ['on', 'off'] as const)
          for (const service of ['own', 'other'] as const)
            expect(whetherToInstall({ installation, publisher, setting, service })).toEqual(leave('package'))
  })

  test.each(['windows-installer', 'macos'] as const)('not while it is switched off: %s', (installation) => {
    expect(decided({ installation, setting: 'off' })).toEqual(leave('switched-off'))
  })

  test.each(['windows-installer', 'macos'] as const)(
    'not while a service runs that is not its own: %s',
    (installation) => {
      expect(decided({ installation, service: 'other' })).toEqual(leave('other-service'))
    },
  )

  test('what nobody here can change is said first', () => {
    expect(decided({ publisher: 'unknown', setting: 'off', service: 'other' })).toEqual(leave('unsigned'))
    expect(decided({ setting: 'off', service: 'other' })).toEqual(leave('switched-off'))
  })
})
