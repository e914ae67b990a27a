import type { Page } from 'playwright-core'

/** What was seen while a table was scrolled. */
export interface ScrollFrames {
  readonly frames: number
  /** Frames in which a place of the table had no row. */
  readonly blank: number
  /** Frames in which a row stood in its place, and what is in it was on its way. */
  readonly awaiting: number
  readonly longestMilliseconds: number
}

declare global {
  interface Window {
    benchScroll?: { stop: boolean; frames: number; blank: number; awaiting: number; longestMilliseconds: number }
  }
}

const rowPixels = 32

/**
 * Turns the wheel over the table of a page, and looks at each frame whether its view is covered with rows.
 * @param turns in pixels, one each 16 ms
 */
export async function scrollFrames(page: Page, turns: readonly number[]): Promise<ScrollFrames> {
  const grid = page.getByRole('grid')
  await grid.hover()
  await grid.evaluate((table, step) => {
    const seen = { stop: false, frames: 0, blank: 0, awaiting: 0, longestMilliseconds: 0 }
    window.benchScroll = seen
    const { top, bottom, left } = table.getBoundingClientRect()
    let before = performance.now()
    const look = (now: number) => {
      const rows: (HTMLElement | null)[] = []
      for (let y = top + step + 8; y < bottom - 2; y += step)
        rows.push(document.elementFromPoint(left + 40, y)?.closest<HTMLElement>('tr[data-index]') ?? null)
      seen.frames += 1
      if (rows.includes(null)) seen.blank += 1
      if (rows.some((row) => row?.textContent === '')) seen.awaiting += 1
      seen.longestMilliseconds = Math.max(seen.longestMilliseconds, now - before)
      before = now
      if (!seen.stop) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }, rowPixels)
  for (const turn of turns) {
    await page.mouse.wheel(0, turn)
    await page.waitForTimeout(16)
  }
  return page.evaluate(() => {
    const seen = window.benchScroll
    if (seen === undefined) throw new Error('The page was loaded anew.')
    seen.stop = true
    return seen
  })
}
