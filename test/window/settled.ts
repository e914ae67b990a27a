import type { Page } from 'playwright-core'

/** Waits until a page shows what it has to show: nothing is asked any more, and no skeleton is left. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('main') !== null)
  await page
    .waitForFunction(() => document.querySelector('.fui-Skeleton, [aria-busy="true"]') === null, undefined, {
      timeout: 10_000,
    })
    .catch(() => undefined)
  await page.evaluate(() => document.fonts.ready)
  // Two frames: what was computed is painted.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}
