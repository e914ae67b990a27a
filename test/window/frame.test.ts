import type { Page } from 'playwright-core'
import { frameTexts } from '../../renderer/texts/frame.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { waitUntil } from '../services/waitUntil.ts'
import { companyInChromium } from './companyInChromium.ts'
import { type OpenPage, openPage } from './openPage.ts'
import { seriousFindings } from './seriousFindings.ts'
import { settled } from './settled.ts'
import { newVisit } from './startBrowser.ts'

const { pages } = frameTexts
/** Every page, by the name under which the navigation leads to it. */
const routes = [
  [pages.dashboard, '/'],
  [pages.plans, '/plans'],
  [pages.runs, '/runs'],
  [pages.people, '/people'],
  [pages.events, '/events'],
  [pages.general, '/configure/general'],
  [pages.selection, '/configure/selection'],
  [pages.mapping, '/configure/mapping'],
  [pages.avatars, '/configure/avatars'],
  [pages.schedule, '/configure/schedule'],
  [pages.guards, '/configure/guards'],
  [pages.notify, '/configure/notify'],
  [pages.help, '/help'],
] as const
/** More than any page has places for the keyboard to stop at. */
const mostStops = 400
/** Pages that are reached from others. */
const further = ['/plans/1', '/runs/2', '/start', '/nowhere'] as const

describeWithService('Chromium', 'The window', () => {
  const company = companyInChromium('synced')

  describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
    let open: OpenPage
    beforeAll(async () => {
      open = await openPage(company.browser(), company.served(), { theme })
    })
    afterAll(() => open?.close())

    test.each([...routes.map(([, route]) => route), ...further])('%s can be used by everybody', async (route) => {
      await open.goTo(route)
      expect(await seriousFindings(open.page)).toEqual([])
    })

    test('has nothing to complain of, and asks nobody but the service', () => {
      expect(open.faults).toEqual([])
    })
  })

  describe('by keyboard alone', () => {
    let open: OpenPage
    beforeEach(async () => {
      open = await openPage(company.browser(), company.served())
    })
    afterEach(() => open?.close())

    test('leads to every page', async () => {
      const { page } = open
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href') ?? '')
      const here = page.locator('nav [aria-current=page]')
      for (const [name, route] of [...routes.slice(1), routes[0]]) {
        for (let presses = 0; (await focused()) !== `#${route}`; presses += 1) {
          if (presses === mostStops) throw new Error(`Tab never comes to ${name}.`)
          await page.keyboard.press('Tab')
        }
        await page.keyboard.press('Enter')
        await waitUntil(`the page is ${name}`, async () => (await here.innerText()).includes(name))
        expect(new URL(page.url()).hash).toBe(`#${route}`)
      }
      expect(open.faults).toEqual([])
    })

    test.each(routes)('%s can be gone through to its end', async (_name, route) => {
      const { page } = open
      await open.goTo(route)
      // A page that was just loaded is gone through from its beginning.
      await page.reload()
      await settled(page)
      const stops = new Set<string>()
      // A page may begin anywhere: whoever comes to its end goes on at its beginning.
      for (let ends = 0; ends < 2; ) {
        const stop = await nextStop(page)
        if (stop === 'end') ends += 1
        else if (stops.has(stop)) break
        else stops.add(stop)
        expect(stops.size).toBeLessThan(mostStops)
      }
      expect([...stops]).toEqual(expect.arrayContaining(routes.map(([, each]) => `#${each}`)))
    })
  })

  test('asks somebody without a session for a link, in words that everybody can read', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const visit = await newVisit(company.browser(), theme, { width: 1280, height: 800 })
      const page = await visit.newPage()
      await page.goto(company.served().origin)
      expect(await page.locator('main').innerText()).toContain('directory-connector service link')
      expect(await seriousFindings(page)).toEqual([])
      await visit.close()
    }
  })

  test('lets a browser in that follows the link on a page of somebody else', async () => {
    const visit = await newVisit(company.browser(), 'light', { width: 1280, height: 800 })
    const page = await visit.newPage()
    const link = await company.served().link()
    await page.route('http://other.example/', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<a href="${link}">Open</a>` }),
    )
    await page.goto('http://other.example/')
    await page.click('a')
    await page.waitForSelector('nav')
    expect(new URL(page.url()).origin).toBe(company.served().origin)
    await visit.close()
  })
})

/** Presses Tab, and says where that leads: the address of a link, or the number of another element; `end` outside the page. */
async function nextStop(page: Page): Promise<string> {
  await page.keyboard.press('Tab')
  return page.evaluate(() => {
    const { activeElement: element } = document
    if (element === null || element === document.body) return 'end'
    return element.getAttribute('href') ?? String([...document.querySelectorAll('*')].indexOf(element))
  })
}
