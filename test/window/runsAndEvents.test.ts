import { eventTexts } from '../../renderer/texts/events.ts'
import { frameTexts } from '../../renderer/texts/frame.ts'
import { runTexts } from '../../renderer/texts/runs.ts'
import { runConnector } from '../e2e/runConnector.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { waitUntil } from '../services/waitUntil.ts'
import { companyInChromium, pageForEach } from './companyInChromium.ts'
import { seriousFindings } from './seriousFindings.ts'
import { settled } from './settled.ts'

describeWithService('Chromium', 'Past runs and what happened', () => {
  const visit = companyInChromium('failed')
  const open = pageForEach(visit)

  const connector = (...words: readonly string[]) => runConnector(['--data-dir', visit.served().dataFolder, ...words])

  test('a run shows first what failed, and why', async () => {
    const { page } = open()
    await open().goTo('/runs')
    await page.getByRole('grid', { name: runTexts.table }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Run 2' }).waitFor()
    await settled(page)
    expect(await page.getByRole('main').innerText()).toContain('8 failed')
    const rows = page.getByRole('grid').getByRole('row')
    expect(await rows.nth(1).innerText()).toContain('failed')
    expect(await seriousFindings(page)).toEqual([])
    expect(open().faults).toEqual([])
  })

  test('what is set aside is tried again when somebody says so', async () => {
    const { page } = open()
    await open().goTo('/runs/set-aside')
    await page.getByRole('grid', { name: runTexts.setAside.table }).focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('complementary').getByText('The store refused').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: /^Try all/ }).click()
    await page
      .getByText(/objects are tried again at the next run/)
      .first()
      .waitFor()
  })

  test('undoing a run makes a plan, says that nothing has happened, and writes nothing', async () => {
    const { page } = open()
    const before = (await connector('--json', 'runs', 'list')).json<{ runs: readonly object[] }>().runs.length
    await open().goTo('/runs/2')
    await page.getByRole('button', { name: runTexts.run.undo }).click()
    await waitUntil('the plan of the undo is shown', () => new URL(page.url()).hash.startsWith('#/plans/'))
    await page.getByText(runTexts.run.undone.body).first().waitFor()
    const { runs } = (await connector('--json', 'runs', 'list')).json<{
      runs: readonly { readonly kind: string; readonly status: string }[]
    }>()
    expect(runs).toHaveLength(before + 1)
    expect(runs[0]).toMatchObject({ kind: 'undo', status: 'planned' })
  })

  test('a run that only planned cannot be undone, and says why', async () => {
    const { page } = open()
    await open().goTo('/runs/1')
    const button = page.getByRole('button', { name: runTexts.run.undo })
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    await button.focus()
    await page.getByText(runTexts.run.cannotUndo.wroteNothing).waitFor()
  })

  test('a live event appears at the top, and waits while another one is read', async () => {
    const { page } = open()
    await open().goTo('/events')
    const grid = page.getByRole('grid', { name: eventTexts.table })
    await connector('pause')
    await grid.getByText('The schedule is paused.').first().waitFor()
    await grid.focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('complementary', { name: eventTexts.panel.label }).waitFor()
    await connector('resume')
    const fresh = page.getByRole('button', { name: eventTexts.fresh(1) })
    await fresh.waitFor()
    expect(await grid.getByText('The schedule goes on.').count()).toBe(0)
    expect(await seriousFindings(page)).toEqual([])
    await fresh.click()
    await grid.getByText('The schedule goes on.').waitFor()
    expect(open().faults).toEqual([])
    await page.keyboard.press('Escape')
    expect(await page.getByRole('complementary').count()).toBe(0)
  })

  test('events are filtered by what the address says, and saved as they are shown', async () => {
    const { page } = open()
    await open().goTo('/events?level=error&run=2')
    const grid = page.getByRole('grid', { name: eventTexts.table })
    await grid.getByText('Error').first().waitFor()
    expect(await grid.getByText('Info', { exact: true }).count()).toBe(0)
    await page.getByRole('searchbox', { name: eventTexts.filters.search }).fill('betriebsrat')
    await waitUntil('one event is left', async () => (await grid.getByRole('row').count()) === 2)
    expect(new URL(page.url()).hash).toContain('search=betriebsrat')
    await page.getByRole('button', { name: eventTexts.save.button }).click()
    const saved = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: eventTexts.save.csv }).click()
    expect((await saved).suggestedFilename()).toMatch(/\.csv$/)
  })

  test('an event that does not fit is said not to be there', async () => {
    const { page } = open()
    await open().goTo('/events?search=nothing-like-this')
    await page.getByText(eventTexts.emptyFiltered.title).waitFor()
    expect(await seriousFindings(page)).toEqual([])
  })

  test('a question that cannot be answered leaves no other answer standing', async () => {
    const { page } = open()
    await open().goTo('/events')
    const grid = page.getByRole('grid', { name: eventTexts.table })
    await grid.getByText('Info', { exact: true }).first().waitFor()
    const search = page.getByRole('searchbox', { name: eventTexts.filters.search })
    await search.fill('x'.repeat(5000))
    await page.getByText('search must have at most 4000 characters').waitFor()
    expect(await grid.getByText('Info', { exact: true }).count()).toBe(0)
    expect(await seriousFindings(page)).toEqual([])
    await search.fill('')
    await grid.getByText('Info', { exact: true }).first().waitFor()
  })

  test('what is shown stays readable while the service cannot be reached', async () => {
    const { page } = open()
    await open().goTo('/events')
    const start = page.getByRole('grid', { name: eventTexts.table }).getByText(/^The service \(version/)
    await start.first().waitFor()
    await visit.served().killService()
    await page.getByText(frameTexts.light.lost).first().waitFor()
    expect(await start.first().isVisible()).toBe(true)
    expect(await seriousFindings(page)).toEqual([])
    await visit.served().startService()
  })
})
