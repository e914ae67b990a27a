import type { Browser } from 'playwright-core'
import { describeWithService } from '../services/describeWithService.ts'
import { builtPages } from './builtPages.ts'
import { firstStartJourney } from './firstStartJourney.ts'
import { openPage } from './openPage.ts'
import { type ServedCompany, serveCompany } from './servedCompany.ts'
import { startBrowser } from './startBrowser.ts'

jest.setTimeout(180_000)

describeWithService('Chromium', 'Somebody who has never seen it', () => {
  let served: ServedCompany
  let browser: Browser

  beforeAll(async () => {
    served = await serveCompany('first', await builtPages())
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.[Symbol.asyncDispose]()
  })

  test('comes from the first page to an applied plan of the made-up company', async () => {
    const { page, faults, close } = await openPage(browser, served)
    const { plan, light } = await firstStartJourney(page)
    expect(plan).toContain('288 people would be added.')
    expect(light).toBe('equal')
    expect(faults).toEqual([])
    await close()
  })
})
