import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { openPage } from './openPage.ts'
import { seriousFindings } from './seriousFindings.ts'
import { serveCompany } from './servedCompany.ts'
import { settled } from './settled.ts'
import { startBrowser, type Theme, themes } from './startBrowser.ts'
import { type WindowState, windowStates } from './windowStates.ts'

/**
 * Shows pages to somebody without a screen: starts the demo company in a state, a real service and Chromium, opens pages,
 * saves a picture of each, and prints what is wrong with them (console, requests, axe: serious and critical).
 *
 *     node test/window/look.ts --state synced --theme dark --size 1280x800 --out /tmp/shots / /plans/1
 *
 * - `--state` first, planned (default), synced, halted, failed, weeks, big: see windowStates.ts
 * - `--theme` light (default), dark, contrast; several with commas; `--size` 1280x800 (default)
 * - `--pages DIR` the built pages (default out/renderer); `--out DIR` for the pictures (default /tmp/shots)
 * - `--run FILE` a module whose default export `async (page, shoot) => {}` clicks around in each page before its picture is
 *   taken; `await shoot('name')` takes one in between
 * - `--full` pictures of the whole height; then routes: `/`, `/plans/1`, `/configure/mapping` (default `/`)
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    state: { type: 'string', default: 'planned' },
    theme: { type: 'string', default: 'light' },
    size: { type: 'string', default: '1280x800' },
    out: { type: 'string', default: '/tmp/shots' },
    pages: { type: 'string' },
    run: { type: 'string' },
    full: { type: 'boolean', default: false },
  },
})
type Script = (page: Page, shoot: (name: string) => Promise<void>) => Promise<void>

const state = oneOf<WindowState>('--state', values.state, windowStates)
const chosen = values.theme.split(',').map((theme) => oneOf<Theme>('--theme', theme, themes))
const [width = 1280, height = 800] = values.size.split('x').map(Number)
const routes = positionals.length === 0 ? ['/'] : positionals
const script: Script | undefined = values.run && (await import(pathToFileURL(resolve(values.run)).href)).default
mkdirSync(values.out, { recursive: true })

const served = await serveCompany(state, values.pages && resolve(values.pages))
const browser = await startBrowser()
let ending: Promise<void> | undefined
const end = () => {
  ending ??= browser.close().finally(() => served[Symbol.asyncDispose]())
  return ending
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void end().finally(() => process.exit(1)))
try {
  for (const theme of chosen) {
    const { page, faults, goTo, close } = await openPage(browser, served, { theme, size: { width, height } })
    let told = 0
    for (const route of routes) {
      await goTo(route)
      const name = [state, theme, values.size, route.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'home'].join('_')
      const shoot = async (suffix: string) => {
        const path = join(values.out, `${name}${suffix && `_${suffix}`}.png`)
        await page.screenshot({ path, fullPage: values.full })
        console.log(path)
      }
      if (script) {
        await script(page, shoot).catch((error) => console.log(`  the script failed: ${error}`))
        await settled(page)
      }
      await shoot('')
      for (const finding of await seriousFindings(page)) console.log(`  axe ${finding}`)
      for (const fault of faults.slice(told)) console.log(`  ${fault}`)
      told = faults.length
    }
    await close()
  }
} finally {
  await end()
}

function oneOf<Word extends string>(option: string, text: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === text)
  if (found === undefined) throw new Error(`${option} is one of ${words.join(', ')}, not ${text}.`)
  return found
}
