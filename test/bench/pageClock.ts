import type { Page } from 'playwright-core'

/** What a person waits for: the first element that fits holds a text. */
export interface Shown {
  readonly selector: string
  /** A regular expression of the text. */
  readonly text: string
}

declare global {
  interface Window {
    /** Milliseconds until what was waited for last was painted. */
    benchAnswer?: Promise<number>
  }
}

/**
 * Milliseconds from a key or a click until the frame in which the answer stands has been painted, by the page's own clock.
 * @param act presses the key, or clicks
 */
export async function untilAnswered(page: Page, act: () => Promise<void>, shown: Shown): Promise<number> {
  await page.evaluate(({ selector, text }) => {
    const isShown = () => new RegExp(text).test(document.querySelector<HTMLElement>(selector)?.innerText ?? '')
    if (isShown()) throw new Error(`${text} is shown before it is asked for.`)
    window.benchAnswer = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`${text} is not shown in 30 s.`)), 30_000)
      let begun: number | undefined
      const begin = ({ timeStamp }: globalThis.Event) => {
        begun ??= timeStamp
      }
      for (const type of ['keydown', 'mousedown']) addEventListener(type, begin, { capture: true, once: true })
      const look = () => {
        if (begun === undefined || !isShown()) return requestAnimationFrame(look)
        const from = begun
        // A task after this frame: it has been painted.
        return setTimeout(() => resolve(performance.now() - from))
      }
      requestAnimationFrame(look)
    })
  }, shown)
  await act()
  return page.evaluate(() => window.benchAnswer ?? Promise.reject(new Error('The page was loaded anew.')))
}

/**
 * Milliseconds from the beginning of the page's own loading until something was painted that it shows by now; and when that
 * was, in milliseconds since 1970.
 */
export async function untilLoaded(page: Page, { selector, text }: Shown): Promise<{ took: number; at: number }> {
  await page.waitForFunction(
    ([where, what]) => {
      const isShown = new RegExp(what ?? '').test(document.querySelector<HTMLElement>(where ?? '')?.innerText ?? '')
      if (isShown) window.benchAnswer ??= new Promise((resolve) => setTimeout(() => resolve(performance.now())))
      return isShown
    },
    [selector, text],
    { timeout: 60_000 },
  )
  const took = await page.evaluate(() => window.benchAnswer ?? Number.NaN)
  return { took, at: (await page.evaluate(() => performance.timeOrigin)) + took }
}
