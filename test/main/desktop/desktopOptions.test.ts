import { resolve } from 'node:path'
import { defaultDataFolder } from '../../../main/cli/systemTerminal.ts'
import { desktopOptions } from '../../../main/desktop/desktopOptions.ts'

describe('The words that the desktop program is started with', () => {
  test('name the data folder as on the command line, among words of Chromium', () => {
    const chromium = ['--no-sandbox', '--disable-gpu', '/some/program']
    expect(desktopOptions([...chromium, '--data-dir', 'here'], {}, '24.1.0').dataFolder).toBe(resolve('here'))
    expect(desktopOptions(['--data-dir=here', ...chromium], {}, '24.1.0').dataFolder).toBe(resolve('here'))
    expect(desktopOptions(chromium, {}, '24.1.0').dataFolder).toBe(resolve(defaultDataFolder()))
  })

  test('run the service on the Node in Electron, unless that is too old or another one is named', () => {
    expect(desktopOptions([], {}, '24.1.0').node).toBeNull()
    expect(desktopOptions([], {}, '18.15.0').node).toBe('node')
    expect(desktopOptions([], { DIRECTORY_CONNECTOR_NODE: '/usr/bin/node' }, '24.1.0').node).toBe('/usr/bin/node')
  })

  test('begin without a window where they say so', () => {
    expect(desktopOptions([], {}, '24.1.0').begin).toBe('window')
    expect(desktopOptions(['--tray'], {}, '24.1.0').begin).toBe('tray')
  })
})
