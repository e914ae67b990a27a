import type { Browser } from 'playwright-core'
import { firstStartTexts } from '../../renderer/texts/firstStart.ts'
import { frameTexts } from '../../renderer/texts/frame.ts'
import { planTexts } from '../../renderer/texts/plan.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { builtPages } from './builtPages.ts'
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
    const { page, close } = await openPage(browser, served)
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click({ timeout: 30_000 })

    await press(firstStartTexts.welcome.demo)
    for (const { heading, next } of Object.values(firstStartTexts.steps)) {
      await page.getByRole('heading', { name: heading }).waitFor()
      await press(next)
    }
    const apply = page.getByRole('button', { name: /^Apply \d+ changes…$/ })
    await apply.waitFor({ timeout: 60_000 })
    expect(await page.locator('main').innerText()).toMatch(/288 people would be added/)
    const changes = Number(/\d+/.exec(await apply.innerText())?.[0])
    await apply.click()
    await press(planTexts.apply.confirm(changes))

    await page.getByRole('link', { name: frameTexts.pages.dashboard, exact: true }).click()
    await page.locator('nav').getByText(frameTexts.light.equal, { exact: true }).waitFor({ timeout: 120_000 })
    const overview = await page.evaluate(async () => (await fetch('/api/overview')).json())
    expect(overview.result.data.light.kind).toBe('equal')
    await close()
  })
})
