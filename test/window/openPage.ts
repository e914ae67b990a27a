import type { Browser, Page } from 'playwright-core'
import type { ServedCompany } from './servedCompany.ts'
import { settled } from './settled.ts'
import { newVisit, type Theme, type ViewSize } from './startBrowser.ts'
import { watchPage } from './watchPage.ts'

/** A person's browser that was let in by a link. */
export interface OpenPage {
  readonly page: Page
  /** What went wrong so far: console, requests. */
  readonly faults: readonly string[]
  /** Shows the page of a route, `/plans/1`, and waits until it shows all it has. */
  goTo(route: string): Promise<void>
  close(): Promise<void>
}

export interface OpenPageOptions {
  readonly theme?: Theme
  readonly size?: ViewSize
}

export async function openPage(
  browser: Browser,
  served: ServedCompany,
  { theme = 'light', size = { width: 1280, height: 800 } }: OpenPageOptions = {},
): Promise<OpenPage> {
  const visit = await newVisit(browser, theme, size)
  const page = await visit.newPage()
  const { faults } = watchPage(page)
  await page.goto(await served.link())
  await settled(page)
  return {
    page,
    faults,
    async goTo(route) {
      await page.goto(`${served.origin}/#${route}`)
      await settled(page)
    },
    close: () => visit.close(),
  }
}
