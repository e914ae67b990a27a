import { dashboardTexts } from '../../renderer/texts/dashboard.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { builtPages } from './builtPages.ts'
import { companyInChromium } from './companyInChromium.ts'
import { loadedFiles } from './loadedFiles.ts'
import { openPage } from './openPage.ts'

const mostBytes = 500_000

describeWithService('Chromium', 'The first page', () => {
  const company = companyInChromium('synced')

  test('is small: whatever it loads, script, style and picture, is under 500 kB when it is compressed', async () => {
    const { page, close } = await openPage(company.browser(), company.served())
    await page.getByRole('heading', { name: dashboardTexts.cloud.title }).waitFor()
    await page.waitForLoadState('networkidle').catch(() => undefined)
    const files = await loadedFiles(page, await builtPages())
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
