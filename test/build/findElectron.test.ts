import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findElectron, type Surroundings } from '../../build/findElectron.ts'

const desktop: Surroundings = { platform: 'linux', environment: { DISPLAY: ':0' }, isRoot: false }

describe('Whether the desktop app can start', () => {
  let folder: string
  const make = (name: string) => {
    const program = join(folder, name)
    mkdirSync(join(program, '..'), { recursive: true })
    writeFileSync(program, '')
    chmodSync(program, 0o755)
    return program
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'connector-electron-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('is so where Electron was downloaded and there is a screen', () => {
    const program = make('dist/electron')
    writeFileSync(join(folder, 'path.txt'), 'electron')
    expect(findElectron(desktop, folder)).toEqual({ kind: 'startable', program })
    expect(findElectron({ ...desktop, environment: { WAYLAND_DISPLAY: 'wayland-0' } }, folder).kind).toBe('startable')
  })

  test.each([
    ['win32', 'electron.exe'],
    ['darwin', 'Electron.app/Contents/MacOS/Electron'],
  ] as const)('is so on %s, which always has a screen', (platform, name) => {
    const program = make(`dist/${name}`)
    expect(findElectron({ platform, environment: {}, isRoot: false }, folder)).toEqual({ kind: 'startable', program })
  })

  test('is so with a runtime from elsewhere', () => {
    const program = make('elsewhere/electron')
    const environment = { ...desktop.environment, ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'elsewhere') }
    expect(findElectron({ ...desktop, environment }, join(folder, 'none'))).toEqual({ kind: 'startable', program })
  })

  test('is told with the reason and what helps', () => {
    const missing = findElectron(desktop, folder)
    expect(missing).toMatchObject({ why: expect.stringContaining('not downloaded') })
    make('dist/electron')
    const blind = findElectron({ ...desktop, environment: {} }, folder)
    expect(blind).toMatchObject({
      why: expect.stringContaining('no screen'),
      remedy: expect.stringContaining('session'),
    })
    const root = findElectron({ ...desktop, isRoot: true }, folder)
    expect(root).toMatchObject({ why: expect.stringContaining('root'), remedy: expect.stringContaining('account') })
  })
})
