import type { Page } from 'playwright-core'
import { frameTexts } from '../../renderer/texts/frame.ts'
import { planTexts } from '../../renderer/texts/plan.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { waitUntil } from '../services/waitUntil.ts'
import { companyInChromium, pageForEach } from './companyInChromium.ts'
import type { OpenPage } from './openPage.ts'
import { seriousFindings } from './seriousFindings.ts'
import type { ServedCompany } from './servedCompany.ts'
import { settled } from './settled.ts'
import type { WindowState } from './windowStates.ts'

const { apply, halt, item, mismatched, others, again } = planTexts

/** A company in a state of its own for each group of journeys, because they change it. */
function inState(state: WindowState, journeys: (open: () => OpenPage, served: () => ServedCompany) => void): void {
  describe(`of a company that is ${state}`, () => {
    const visit = companyInChromium(state)
    journeys(pageForEach(visit), visit.served)
  })
}

const grid = (page: Page) => page.getByRole('grid')
const panel = (page: Page) => page.getByRole('complementary', { name: item.panel })
const light = (page: Page) => page.locator('nav').getByRole('status')
const row = (page: Page, text: string) => grid(page).getByRole('row').filter({ hasText: text })

describeWithService('Chromium', 'The dry run', () => {
  inState('planned', (open, served) => {
    test('says first what would happen', async () => {
      const { page, goTo, faults } = open()
      await goTo('/plans')
      await page.getByText('288 people would be added.').waitFor()
      expect(await page.getByRole('button', { name: apply.action(387) }).isEnabled()).toBe(true)
      expect(await seriousFindings(page)).toEqual([])
      expect(faults).toEqual([])
    })

    test('finds a person while one types, and shows everything about them, by keys alone', async () => {
      const { page, goTo } = open()
      await goTo('/plans')
      await page.keyboard.press('Control+f')
      await page.keyboard.type('anna.pet')
      await waitUntil('one row is left', async () => (await grid(page).getByRole('row').count()) === 2)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await panel(page).getByRole('heading', { name: 'anna.petersen@nordwind.example' }).waitFor()
      expect(await panel(page).getByRole('table', { name: item.values }).innerText()).toContain('Anna Petersen')
      expect(page.url()).toContain('search=anna.pet')
      await page.reload()
      await panel(page).getByRole('heading', { name: 'anna.petersen@nordwind.example' }).waitFor()
      await settled(page)
      expect(await seriousFindings(page)).toEqual([])
      await grid(page).focus()
      await page.keyboard.press('Escape')
      await panel(page).waitFor({ state: 'detached' })
    })

    test('explains an object step by step', async () => {
      const { page, goTo } = open()
      await goTo('/plans/1?kind=user&tab=create')
      await grid(page).getByRole('row').nth(1).click()
      await panel(page).getByRole('button', { name: item.why }).click()
      const steps = panel(page).getByRole('listitem')
      await steps.filter({ hasText: item.last }).waitFor()
      expect(await steps.filter({ hasText: item.steps.selected }).innerText()).toContain('DC=nordwind,DC=example')
      expect(await steps.filter({ hasText: item.last }).innerText()).toContain(item.lastNone)
    })

    test('tells kinds and outcomes apart by tabs, which are part of the address', async () => {
      const { page, goTo } = open()
      await goTo('/plans')
      await page.getByRole('tab', { name: /^Groups/ }).click()
      await row(page, 'Alle Mitarbeitenden').waitFor()
      await page.getByRole('tab', { name: /^Users/ }).click()
      await page.getByRole('tab', { name: /^Conflicts/ }).click()
      await row(page, 'ausbildung@nordwind.example').first().waitFor()
      expect(page.url()).toContain('kind=user&tab=conflict')
    })

    test('is applied after one more look, and shows what became of it', async () => {
      const { page, goTo } = open()
      await goTo('/plans')
      await page.getByRole('button', { name: apply.action(387) }).click()
      const dialog = page.getByRole('dialog')
      expect(await dialog.innerText()).toContain('288 people would be added.')
      await dialog.getByRole('button', { name: apply.confirm(387) }).click()
      await page.getByText('288 people were added.').waitFor({ timeout: 60_000 })
      expect(await row(page, 'done').count()).toBeGreaterThan(0)
      expect(await page.getByRole('link', { name: planTexts.run(2) }).count()).toBe(1)
      expect(await page.getByRole('button', { name: again }).isEnabled()).toBe(true)
    })

    test('asks what becomes of people in the cloud who are not in the directory, and says what that means', async () => {
      const { company } = served()
      for (const userName of ['left.behind@nordwind.example', 'long.gone@nordwind.example']) {
        const answer = await fetch(`${company.store.url}/Users`, {
          method: 'POST',
          headers: { authorization: `Bearer ${company.token}`, 'content-type': 'application/scim+json' },
          body: JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName, active: true }),
        })
        expect(answer.status).toBe(201)
      }
      const { page, goTo, faults } = open()
      await goTo('/plans')
      await page.getByRole('button', { name: again }).click()
      await page.getByText('2 people in the cloud have no entry in the directory. They stay as they are.').waitFor()
      expect(await seriousFindings(page)).toEqual([])

      await page.getByRole('radio', { name: mismatched.delete }).click()
      const dialog = page.getByRole('dialog')
      expect(await dialog.innerText()).toContain(mismatched.dialogDelete.consequence('2 people', 7))
      await dialog.getByRole('button', { name: mismatched.dialogDelete.confirm }).click()
      await page.getByText(mismatched.taken('2 people', 2)).waitFor()
      await page.getByText('2 people would be made inactive. Nothing is deleted.').waitFor()
      await row(page, 'long.gone@nordwind.example').waitFor()

      await page.getByRole('radio', { name: mismatched.retain }).click()
      await dialog.getByRole('button', { name: mismatched.dialogRetain.confirm }).click()
      await page.getByText('They stay as they are.').waitFor()
      await page.getByText(/^Nothing to change: .* are equal\./).waitFor()
      expect(faults).toEqual([])
    })
  })

  inState('halted', (open) => {
    test('says what stopped it, with numbers, and lists whom it was halted for', async () => {
      const { page, goTo } = open()
      await goTo('/plans')
      const notice = page.getByRole('region', { name: /halted/i })
      expect(await notice.innerText()).toMatch(/99 of 287 linked users would be made inactive.*limit 5 %/)
      expect(await light(page).innerText()).toContain(frameTexts.light.halted)
      await page.getByRole('button', { name: 'Show Users: Inactive (99)' }).click()
      await waitUntil('only those are listed', async () => (await row(page, 'change').count()) === 0)
      expect(await row(page, 'inactive').count()).toBeGreaterThan(0)
      expect(await page.getByRole('link', { name: halt.raise }).getAttribute('href')).toBe('#/configure/guards')
      expect(await seriousFindings(page)).toEqual([])
    })

    test('compares it with the plan before', async () => {
      const { page, goTo } = open()
      await goTo('/plans')
      await page.getByRole('button', { name: others.compare }).click()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: others.onlyIn(4, 119) }).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    })

    test('is applied only after the number was typed', async () => {
      const { page, goTo } = open()
      await goTo('/plans')
      const action = page.getByRole('button', { name: apply.action(119) })
      await page.getByLabel(halt.type(99)).fill('98')
      expect(await action.isDisabled()).toBe(true)
      await page.getByLabel(halt.type(99)).fill('99')
      await page.keyboard.press('Enter')
      await page
        .getByRole('dialog')
        .getByRole('button', { name: apply.confirm(119) })
        .click()
      await page.getByText(/^Applied\. 1 person was added, 2 changed, 99 made inactive\./).waitFor({ timeout: 60_000 })
      await light(page).getByText(frameTexts.light.equal, { exact: true }).waitFor({ timeout: 60_000 })
    })
  })

  inState('big', (open) => {
    test('goes through 100,000 objects without ever showing nothing', async () => {
      const { page, goTo, faults } = open()
      await goTo('/plans')
      await row(page, 'person-000001').waitFor()
      expect(await page.locator('main').innerText()).toContain(
        '84,000 people would be added, 10,000 changed, 1,000 made inactive. Nothing is deleted.',
      )
      expect(await grid(page).getAttribute('aria-rowcount')).toBe('95001')
      expect(await grid(page).getByRole('row').count()).toBeLessThan(200)
      expect(await seriousFindings(page)).toEqual([])
      // After each step of the wheel, at every frame, the view is covered with rows.
      const uncovered = await grid(page).evaluate(async (table) => {
        const nextFrame = () => new Promise((done) => requestAnimationFrame(done))
        const seen: string[] = []
        for (let step = 0; step < 60; step += 1) {
          table.scrollTop += step % 10 === 9 ? 200_000 : 700
          await nextFrame()
          const { top, bottom, left } = table.getBoundingClientRect()
          for (let y = top + 40; y < bottom - 2; y += 32) {
            const there = document.elementFromPoint(left + 40, y)
            if (there?.closest('tr[data-index]') === null)
              seen.push(`step ${step}, ${y - top} px: ${there.outerHTML.slice(0, 80)}`)
          }
        }
        return seen
      })
      expect(uncovered).toEqual([])
      await grid(page).focus()
      await page.keyboard.press('End')
      await grid(page).locator('tr[aria-rowindex="95001"][aria-selected=true]').waitFor()
      await panel(page).getByRole('heading', { name: 'person-' }).waitFor()
      await page.keyboard.press('Home')
      await panel(page).getByRole('heading', { name: 'person-000001' }).waitFor()
      expect(faults).toEqual([])
    })

    test('begins at the top with what is searched for, wherever one was', async () => {
      const { page, goTo } = open()
      await goTo('/plans')
      await grid(page).focus()
      await page.keyboard.press('End')
      await grid(page).locator('tr[aria-rowindex="95001"]').waitFor()
      const asked: number[] = []
      page.on('request', (request) => {
        const input = new URL(request.url()).searchParams.get('input')
        if (request.url().includes('/api/plans.rows')) asked.push(JSON.parse(input ?? '{}').offset)
      })
      await page.keyboard.press('/')
      await page.keyboard.type('7')
      await grid(page).locator('tr[aria-rowindex="2"]').filter({ hasText: 'person-000007' }).waitFor()
      expect(Math.max(...asked)).toBeLessThan(1000)
    })

    test('finds one of them', async () => {
      const { page, goTo } = open()
      await goTo('/plans')
      await page.keyboard.press('/')
      await page.keyboard.type('person-077777')
      await waitUntil('one row is left', async () => (await grid(page).getByRole('row').count()) === 2)
      await row(page, 'person-077777').waitFor()
    })
  })
})
