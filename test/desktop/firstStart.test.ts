import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeWithService } from '../services/describeWithService.ts'
import { builtPages } from '../window/builtPages.ts'
import { firstStartJourney } from '../window/firstStartJourney.ts'
import { type ServedCompany, serveCompany } from '../window/servedCompany.ts'
import { buildDesktop } from './buildDesktop.ts'
import { type Desktop, startDesktop } from './startDesktop.ts'
import { type Display, startDisplay } from './startDisplay.ts'

jest.setTimeout(180_000)

describeWithService('Electron', 'Somebody who opens the desktop program for the first time', () => {
  let served: ServedCompany
  let display: Display
  let desktop: Desktop
  let remove: () => void

  beforeAll(async () => {
    const profile = mkdtempSync(join(tmpdir(), 'connector-desktop-'))
    remove = () => rmSync(profile, { recursive: true, force: true })
    const product = await buildDesktop()
    served = await serveCompany('first', await builtPages())
    display = await startDisplay()
    desktop = await startDesktop({ product, dataFolder: served.dataFolder, profile, display: display.name })
  })
  afterAll(async () => {
    await desktop?.kill()
    await display?.stop()
    await served?.[Symbol.asyncDispose]()
    remove?.()
  })

  test('comes from the first page to an applied plan of the made-up company', async () => {
    const { plan, light } = await firstStartJourney(desktop.page)
    expect(plan).toContain('288 people would be added.')
    expect(light).toBe('equal')
    expect(desktop.page.url()).toMatch(/^app:\/\/window\//)
  })
})
