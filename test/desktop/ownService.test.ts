import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runConnector } from '../e2e/runConnector.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { waitUntil } from '../services/waitUntil.ts'
import { buildDesktop } from './buildDesktop.ts'
import { type Desktop, type DesktopOptions, startDesktop } from './startDesktop.ts'
import { type Display, startDisplay } from './startDisplay.ts'

jest.setTimeout(120_000)

describeWithService('Electron', 'The window where no service runs', () => {
  let folder: string
  let display: Display
  let options: DesktopOptions
  let desktop: Desktop | undefined

  beforeAll(async () => {
    const product = await buildDesktop()
    folder = mkdtempSync(join(tmpdir(), 'connector-desktop-'))
    display = await startDisplay()
    options = { product, dataFolder: join(folder, 'data'), profile: join(folder, 'profile'), display: display.name }
  })
  afterAll(async () => {
    await desktop?.kill()
    await display?.stop()
    if (folder) rmSync(folder, { recursive: true, force: true })
  })

  test('starts one before there are settings, keeps it when it is closed, and ends it when a person quits', async () => {
    desktop = await startDesktop(options)
    const { app, page, ended } = desktop
    const light = await page.evaluate(async () => (await (await fetch('/api/overview')).json()).result.data.light.kind)
    expect(light).toBe('not-set-up')

    const isVisible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
    await waitUntil('the window is shown', async () => (await isVisible()) === true)
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await waitUntil('the window is hidden', async () => (await isVisible()) === false)
    const status = () => runConnector(['--data-dir', options.dataFolder, 'service', 'status', '--json'])
    expect(await status()).toMatchObject({ code: 0 })

    await app.evaluate(({ app: program }) => setTimeout(() => program.quit(), 0))
    await ended
    expect(existsSync(join(options.dataFolder, 'service.json'))).toBe(false)
    expect(existsSync(join(options.dataFolder, 'service.sock'))).toBe(false)
  })
})
