import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { configureTexts } from '../../renderer/texts/configure.ts'
import { firstStartTexts } from '../../renderer/texts/firstStart.ts'
import { planTexts } from '../../renderer/texts/plan.ts'
import { builtPages } from './builtPages.ts'
import { openPage } from './openPage.ts'
import { serveCompany } from './servedCompany.ts'
import { settled } from './settled.ts'
import { startBrowser, type Theme } from './startBrowser.ts'
import type { WindowState } from './windowStates.ts'

/** `node test/window/takeScreenshots.ts [DIR]` takes the pictures of docs/: the real window on the made-up company. */
const folder = process.argv[2] ?? join(import.meta.dirname, '../../docs/screenshots')

interface Screenshot {
  readonly name: string
  readonly state: WindowState
  readonly theme?: Theme
  readonly route: string
  /** What is done there first. */
  readonly steps?: (page: Page) => Promise<void>
}

const { welcome, steps } = firstStartTexts
const screenshots: readonly Screenshot[] = [
  { name: 'dashboard', state: 'weeks', route: '/' },
  {
    name: 'halted',
    state: 'halted',
    route: '/plans',
    async steps(page) {
      await page.getByRole('grid').getByRole('row').filter({ hasText: 'inactive' }).first().click()
      await page.getByRole('complementary', { name: planTexts.item.panel }).getByRole('table').waitFor()
    },
  },
  { name: 'person', state: 'synced', theme: 'dark', route: '/people/anna.lindner%40nordwind.example' },
  {
    name: 'mapping',
    state: 'synced',
    route: '/configure/mapping',
    async steps(page) {
      await page.getByText('3 of 3').first().waitFor()
      await page.getByRole('button', { name: 'title', exact: true }).press('Enter')
      await page.locator('.cm-focused').waitFor()
      await page.keyboard.press('Control+A')
      await page.keyboard.type('title + ", " + departmentNumber')
      await page.keyboard.press('Escape')
      await page.getByText(/^For .+: .+, \d+$/).waitFor()
    },
  },
  {
    name: 'first-start',
    state: 'first',
    route: '/start',
    async steps(page) {
      await page.getByRole('button', { name: welcome.demo }).click()
      await page.getByRole('button', { name: steps.store.next }).click()
      await page.getByRole('heading', { name: steps.directory.heading }).waitFor()
      await page.getByRole('button', { name: configureTexts.check.again.directory }).waitFor()
    },
  },
]

async function take(browser: Browser, { name, state, theme = 'light', route, steps }: Screenshot): Promise<void> {
  await using served = await serveCompany(state, await builtPages())
  const { page, goTo, close } = await openPage(browser, served, { theme })
  await goTo(route)
  await steps?.(page)
  await settled(page)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await close()
}

mkdirSync(folder, { recursive: true })
const browser = await startBrowser()
try {
  for (const screenshot of screenshots) await take(browser, screenshot)
} finally {
  await browser.close()
}
