import type { Browser } from 'playwright-core'
import { builtPages } from './builtPages.ts'
import { type OpenPage, openPage } from './openPage.ts'
import { type ServedCompany, serveCompany } from './servedCompany.ts'
import { startBrowser } from './startBrowser.ts'
import type { WindowState } from './windowStates.ts'

/** A company in a state, served to Chromium while the tests of the surrounding `describe` run. */
export interface CompanyInChromium {
  served(): ServedCompany
  browser(): Browser
}

/** Belongs at the beginning of a `describe`. */
export function companyInChromium(state: WindowState): CompanyInChromium {
  let served: ServedCompany
  let browser: Browser
  beforeAll(async () => {
    served = await serveCompany(state, await builtPages())
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.[Symbol.asyncDispose]()
  })
  return { served: () => served, browser: () => browser }
}

/** A new page for each test of the surrounding `describe`. */
export function pageForEach({ served, browser }: CompanyInChromium): () => OpenPage {
  let open: OpenPage
  beforeEach(async () => {
    open = await openPage(browser(), served())
  })
  afterEach(() => open?.close())
  return () => open
}
