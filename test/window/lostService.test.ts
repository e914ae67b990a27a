import { frameTexts } from '../../renderer/texts/frame.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { companyInChromium } from './companyInChromium.ts'
import { openPage } from './openPage.ts'

jest.setTimeout(180_000)

const { light, lost, signedOut } = frameTexts

describeWithService('Chromium', 'A page whose service is gone', () => {
  const visit = companyInChromium('synced')

  test('says so, keeps what it shows, and finds the next service by itself once that lets the browser in', async () => {
    const { page, close } = await openPage(visit.browser(), visit.served())
    const status = page.locator('nav').getByRole('status')
    await status.getByText(light.equal, { exact: true }).waitFor()
    await page.getByText('287').first().waitFor()

    await visit.served().killService()
    await status.getByText(light.lost).waitFor({ timeout: 30_000 })
    expect(await page.locator('body').innerText()).toContain(lost.title)
    expect(await page.locator('main').innerText()).toContain('287')

    await visit.served().startService()
    await page.getByText(signedOut.title).first().waitFor({ timeout: 30_000 })
    const other = await page.context().newPage()
    await other.goto(await visit.served().link())
    await status.getByText(light.equal, { exact: true }).waitFor({ timeout: 30_000 })
    expect(await page.locator('body').innerText()).not.toContain(signedOut.title)
    await close()
  })

  test('comes back by itself when only the connection was interrupted', async () => {
    const { page, close } = await openPage(visit.browser(), visit.served())
    const status = page.locator('nav').getByRole('status')
    await status.getByText(light.equal, { exact: true }).waitFor()
    await page.context().setOffline(true)
    await status.getByText(light.lost).waitFor({ timeout: 60_000 })
    await page.context().setOffline(false)
    await status.getByText(light.equal, { exact: true }).waitFor({ timeout: 30_000 })
    await close()
  })
})
