import type { Page } from 'playwright-core'
import { firstStartTexts } from '../../renderer/texts/firstStart.ts'
import { frameTexts } from '../../renderer/texts/frame.ts'
import { planTexts } from '../../renderer/texts/plan.ts'

/** What somebody saw on the way. */
export interface FirstStart {
  /** The page of the dry run before anything was written. */
  readonly plan: string
  /** What the service says of itself in the end. */
  readonly light: string
}

/**
 * Goes from the first page of a connector without settings to an applied plan of the made-up company, as somebody does who
 * presses what each page offers.
 */
export async function firstStartJourney(page: Page): Promise<FirstStart> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click({ timeout: 30_000 })

  await press(firstStartTexts.welcome.demo)
  for (const { heading, next } of Object.values(firstStartTexts.steps)) {
    await page.getByRole('heading', { name: heading }).waitFor()
    await press(next)
  }
  const apply = page.getByRole('button', { name: /^Apply \d+ changes…$/ })
  await apply.waitFor({ timeout: 60_000 })
  const plan = await page.locator('main').innerText()
  const changes = Number(/\d+/.exec(await apply.innerText())?.[0])
  await apply.click()
  await press(planTexts.apply.confirm(changes))

  await page.getByRole('link', { name: frameTexts.pages.dashboard, exact: true }).click()
  await page.locator('nav').getByText(frameTexts.light.equal, { exact: true }).waitFor({ timeout: 120_000 })
  const overview = await page.evaluate(async () => (await fetch('/api/overview')).json())
  return { plan, light: overview.result.data.light.kind }
}
