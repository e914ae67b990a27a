import { buildDesktop } from '../desktop/buildDesktop.ts'
import { startDisplay } from '../desktop/startDisplay.ts'
import { whyNotInstalled } from '../services/installed.ts'
import { builtPages } from '../window/builtPages.ts'
import { loadedFiles } from '../window/loadedFiles.ts'
import { serveCompany } from '../window/servedCompany.ts'
import { settled } from '../window/settled.ts'
import { newVisit, startBrowser } from '../window/startBrowser.ts'
import { desktopStart } from './desktopStart.ts'
import { untilLoaded } from './pageClock.ts'
import { saveLinks } from './saveLinks.ts'
import { scrollFrames } from './scrollFrames.ts'
import { together, type WindowMeasurement, waitedFor } from './windowTable.ts'
import {
  dashboardNumbers,
  openPlan,
  searchPalette,
  searchPeople,
  searchPlan,
  searchPlanInVain,
  typeFilter,
  waits,
} from './windowWaits.ts'

/**
 * How long somebody waits for the window, where 100,000 people are linked and a plan has as many rows: with the real service,
 * Chromium, and where it is there Electron. Each round is a browser that knows nothing. Prints milliseconds as JSON, from the
 * key or the click to the painted answer.
 *
 * node test/bench/window.ts [rounds, 7]
 */
const people = 100_000
/** Nobody types sooner after having seen the rows. */
const reachingMilliseconds = 500
const rounds = Number(process.argv[2] ?? 7)
const times = new Map<string, number[]>()
const note = (name: string, milliseconds: number) => times.set(name, [...(times.get(name) ?? []), milliseconds])

const pages = await builtPages()
await using cleanup = new AsyncDisposableStack()
const served = cleanup.use(await serveCompany('big', pages))
saveLinks(served.dataFolder, people)
const browser = await startBrowser()
cleanup.defer(() => browser.close())

async function look(): Promise<Pick<WindowMeasurement, 'scrolled' | 'firstPage'>> {
  const visit = await newVisit(browser, 'light', { width: 1280, height: 800 })
  const page = await visit.newPage()
  const show = async (route: string) => {
    await page.goto(`${served.origin}/#${route}`)
    await settled(page)
  }
  await page.goto(await served.link())
  note(waits.loading, (await untilLoaded(page, dashboardNumbers(people))).took)
  await settled(page)
  const files = await loadedFiles(page, pages)
  await openPlan(page, note)
  await settled(page)
  const slowly = await scrollFrames(page, Array(90).fill(96))
  const quickly = await scrollFrames(page, Array(90).fill(12_000))
  await page.waitForTimeout(reachingMilliseconds)
  await searchPlan(page, note)
  // The names of another part take the place of those that were searched.
  await show('/plans/1?kind=user&tab=update')
  await show('/plans/1?kind=user&tab=create')
  await page.waitForTimeout(reachingMilliseconds)
  await searchPlanInVain(page, note)
  await show('/people')
  await searchPeople(page, note)
  await searchPalette(page, note)
  await show('/configure/selection')
  await typeFilter(page, note)
  await visit.close()
  const gzipBytes = files.reduce((sum, each) => sum + each.gzipBytes, 0)
  return {
    scrolled: [
      { name: '96 pixels a turn', ...slowly },
      { name: '12,000 pixels a turn', ...quickly },
    ],
    firstPage: { files: files.length, gzipBytes },
  }
}

async function startDesktops(): Promise<void> {
  const product = await buildDesktop()
  const display = await startDisplay()
  try {
    const { dataFolder } = served
    for (let round = 0; round < rounds; round += 1) {
      const shown = dashboardNumbers(people)
      note(waits.desktop, await desktopStart({ product, dataFolder, display: display.name, shown }))
    }
  } finally {
    await display.stop()
  }
}

const looks: Awaited<ReturnType<typeof look>>[] = []
for (let round = 0; round < rounds; round += 1) looks.push(await look())
await browser.close()
const withoutDesktop = whyNotInstalled('Electron') ?? null
if (withoutDesktop === null) await startDesktops()

const bounds: Readonly<Record<string, number>> = { [waits.loading]: 1500, [waits.desktop]: 1500, [waits.plan]: 1000 }
const typingMilliseconds = 150
const measured: WindowMeasurement = {
  waited: [...times].map(([name, each]) => waitedFor(name, bounds[name] ?? typingMilliseconds, each)),
  scrolled: together(looks.map(({ scrolled }) => scrolled)),
  firstPage: looks[0]?.firstPage ?? { files: 0, gzipBytes: 0 },
  withoutDesktop,
}
console.log(JSON.stringify(measured))
