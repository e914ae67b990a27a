import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { findProgram } from '../services/installed.ts'

export const themes = ['light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]

export interface ViewSize {
  readonly width: number
  readonly height: number
}

/** Starts Debian's Chromium without a screen. */
export function startBrowser(): Promise<Browser> {
  const executablePath = findProgram('chromium')
  if (executablePath === undefined)
    throw new Error('Chromium is not installed: test/services/installServices.sh does it.')
  const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
  const offline = ['--disable-component-update', '--disable-sync']
  const untilClosed = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false }
  return chromium.launch({ executablePath, chromiumSandbox: false, args: [...quiet, ...offline], ...untilClosed })
}

/** A browser that knows nothing yet, on a system with this theme. */
export function newVisit(browser: Browser, theme: Theme, size: ViewSize): Promise<BrowserContext> {
  return browser.newContext({
    viewport: size,
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    forcedColors: theme === 'contrast' ? 'active' : 'none',
    // Nothing moves in pictures, and nothing has to be waited for.
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  })
}
