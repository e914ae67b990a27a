import type { Browser } from 'playwright-core'
import { frameTexts } from '../../renderer/texts/frame.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { builtPages } from './builtPages.ts'
import { openPage } from './openPage.ts'
import { type ServedCompany, serveCompany } from './servedCompany.ts'
import { startBrowser } from './startBrowser.ts'

jest.setTimeout(180_000)

const { light, lost, signedOut } = frameTexts

describeWithService('Chromium', 'A page whose service is gone', () => {
  let served: ServedCompany
  let browser: Browser

  beforeAll(async () => {
    served = await serveCompany('synced', await builtPages())
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.[Symbol.asyncDispose]()
  })

  test('says so, keeps what it shows, and finds the next service by itself once that lets the browser in', async () => {
    const { page, close } = await openPage(browser, served)
    const status = page.locator('nav').getByRole('status')
    await status.getByText(light.equal, { exact: true }).waitFor()
    await page.getByText('287').first().waitFor()

    await served.killService()
    await status.getByText(light.lost).waitFor({ timeout: 30_000 })
    expect(await page.locator('body').innerText()).toContain(lost.title)
    expect(await page.locator('main').innerText()).toContain('287')

    await served.startService()
    await page.getByText(signedOut.title).first().waitFor({ timeout: 30_000 })
    const other = await page.context().newPage()
    await other.goto(await served.link())
    await status.getByText(light.equal, { exact: true }).waitFor({ timeout: 30_000 })
    expect(await page.locator('body').innerText()).not.toContain(signedOut.title)
    await close()
  })

  test('comes back by itself when only the connection was interrupted', async () => {
    const { page, close } = await openPage(browser, served)
    const status = page.locator('nav').getByRole('status')
    await status.getByText(light.equal, { exact: true }).waitFor()
    await page.context().setOffline(true)
    await status.getByText(light.lost).waitFor({ timeout: 60_000 })
    await page.context().setOffline(false)
    await status.getByText(light.equal, { exact: true }).waitFor({ timeout: 30_000 })
    await close()
  })
})
