import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { builtPages } from './builtPages.ts'
import { openPage } from './openPage.ts'
import { serveCompany } from './servedCompany.ts'
import { startBrowser } from './startBrowser.ts'
import { windowStates } from './windowStates.ts'

/**
 * `node test/window/pressAnything.ts [STATE] [STEPS] [SEED]` uses the window as nobody would: anything is pressed, typed and
 * gone to in any order. Tells which errors that raised in the page, each with the last steps that led there, and ends with 1
 * if there were any. Refusals of the service are no errors.
 */
const [wanted = 'synced', count = '500', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
const state = windowStates.find((each) => each === wanted)
if (state === undefined) throw new Error(`A state is one of ${windowStates.join(', ')}.`)

const address = fc.constantFrom(
  ...[
    '/',
    '/start',
    '/plans',
    '/plans/1',
    '/plans/999',
    '/runs',
    '/runs/1',
    '/runs/none',
    '/people',
    '/events',
    '/help',
  ],
  ...['general', 'selection', 'mapping', 'avatars', 'schedule', 'guards', 'notify'].map((page) => `/configure/${page}`),
  ...['/people/anna.lindner%40nordwind.example', '/people/%', '/events?search=%25', '/nonsense'],
)
const text = fc.constantFrom(
  ...['', 'a', 'anna', '0', '-1', '999999999', '(', '"', '%', '\\', 'title + ', '*/5 * * * *', '(objectClass=*)'],
  ...['<b>x</b>', 'Ω≈ç', 'x'.repeat(5000)],
)
const key = fc.constantFrom(
  ...['Enter', 'Escape', 'Tab', 'Delete', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown'],
  ...['Control+k', 'Control+z', 'Alt+a', 'Alt+h'],
)
const at = fc.nat(10_000)
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('press' as const), at }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('type' as const), at, text }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('key' as const), key }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('go' as const), address }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('back' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('scroll' as const), by: fc.integer({ min: -1000, max: 3000 }) }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const pressable = ['button', 'a', 'input[type=checkbox]', 'input[type=radio]']
const roles = ['tab', 'row', 'option', 'menuitem', 'checkbox', 'treeitem', 'switch', 'combobox']
const things = [...pressable, ...roles.map((role) => `[role=${role}]`)].map((each) => `${each}:visible`).join()
const fields = [
  'input:not([type])',
  'input[type=text]',
  'input[type=search]',
  'input[type=number]',
  'textarea',
  '.cm-content',
]
  .map((each) => `${each}:visible`)
  .join()
/** What is covered, or gone already, is left alone. */
const soon = { timeout: 800 }

async function take(page: Page, origin: string, it: Step): Promise<void> {
  switch (it.kind) {
    case 'press': {
      const all = page.locator(things)
      const number = await all.count()
      return number === 0 ? undefined : all.nth(it.at % number).click(soon)
    }
    case 'type': {
      const all = page.locator(fields)
      const number = await all.count()
      return number === 0 ? undefined : all.nth(it.at % number).fill(it.text, soon)
    }
    case 'key':
      return page.keyboard.press(it.key)
    case 'go':
      await page.goto(`${origin}/#${it.address}`)
      return
    case 'back':
      return page.evaluate(() => history.back())
    case 'scroll':
      await page.mouse.move(800, 450)
      return page.mouse.wheel(0, it.by)
  }
}

await using served = await serveCompany(state, await builtPages())
const browser = await startBrowser()
try {
  const { page, faults } = await openPage(browser, served)
  const taken: string[] = []
  let seen = 0
  let errors = 0
  for (const it of fc.sample(step, { numRuns: Number(count), seed: Number(seed) })) {
    await take(page, served.origin, it).catch(() => {})
    taken.push(`${page.url().slice(served.origin.length)} ${JSON.stringify(it).slice(0, 80)}`)
    const fresh = faults.slice(seen).filter((fault) => !/^answer |Failed to load resource/.test(fault))
    seen = faults.length
    errors += fresh.length
    if (fresh.length > 0) console.log([...taken.slice(-6), ...fresh].join('\n'), '\n')
  }
  console.log(`${state}, seed ${seed}: ${count} steps, ${errors} errors.`)
  process.exitCode = errors === 0 ? 0 : 1
} finally {
  await browser.close()
}
