import type { Page } from 'playwright-core'

/** What a page did that it should not do. */
export interface PageFaults {
  /** Errors and warnings in the console, failed and refused requests, and requests that leave this computer. */
  readonly faults: readonly string[]
}

/** Notes from now on what goes wrong in a page. */
export function watchPage(page: Page): PageFaults {
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      faults.push(`console ${message.type()}: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => faults.push(`error in the page: ${error.stack ?? error.message}`))
  page.on('requestfailed', (request) => {
    // A page that is left ends its streams.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      faults.push(`request failed: ${request.url()} (${request.failure()?.errorText})`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`answer ${response.status()}: ${response.url()}`)
  })
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (hostname !== '127.0.0.1' && protocol !== 'data:' && protocol !== 'blob:')
      faults.push(`request leaves this computer: ${request.url()}`)
  })
  return { faults }
}
