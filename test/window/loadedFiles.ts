import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'

export interface LoadedFile {
  /** `/assets/index-DTORH3u2.js`; the page itself is `/`. */
  readonly path: string
  readonly gzipBytes: number
}

/**
 * Everything that a page has loaded so far but answers of the API, each as large as gzip makes it by its own defaults.
 * @param pages the folder that is served
 */
export async function loadedFiles(page: Page, pages: string): Promise<readonly LoadedFile[]> {
  const addresses = await page.evaluate(() => [
    ...performance.getEntriesByType('navigation').map(() => location.href),
    ...performance.getEntriesByType('resource').map(({ name }) => name),
  ])
  const paths = new Set(addresses.map((address) => new URL(address).pathname))
  return [...paths]
    .filter((path) => !path.startsWith('/api/'))
    .map((path) => {
      const content = readFileSync(join(pages, path === '/' ? 'index.html' : path))
      return { path, gzipBytes: gzipSync(content).length }
    })
}
