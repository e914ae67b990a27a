import type { Browser } from 'playwright-core'
import { dashboardTexts } from '../../renderer/texts/dashboard.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { builtPages } from './builtPages.ts'
import { loadedFiles } from './loadedFiles.ts'
import { openPage } from './openPage.ts'
import { type ServedCompany, serveCompany } from './servedCompany.ts'
import { startBrowser } from './startBrowser.ts'

const mostBytes = 500_000

describeWithService('Chromium', 'The first page', () => {
  let pages: string
  let served: ServedCompany
  let browser: Browser

  beforeAll(async () => {
    pages = await builtPages()
    served = await serveCompany('synced', pages)
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.[Symbol.asyncDispose]()
  })

  test('is small: whatever it loads, script, style and picture, is under 500 kB when it is compressed', async () => {
    const { page, close } = await openPage(browser, served)
    await page.getByRole('heading', { name: dashboardTexts.cloud.title }).waitFor()
    await page.waitForLoadState('networkidle').catch(() => undefined)
    const files = await loadedFiles(page, pages)
    await close()
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/', expect.stringMatching(/^\/assets\/DashboardPage-.*\.js$/)]),
    )
    const bytes = files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0)
    const largest = [...files].sort((one, other) => other.gzipBytes - one.gzipBytes)
    const told = largest.map(({ path, gzipBytes }) => `${gzipBytes} ${path}`)
    if (bytes >= mostBytes) throw new Error(`${bytes} bytes are loaded, of less than ${mostBytes}:\n${told.join('\n')}`)
  })
})
