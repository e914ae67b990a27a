import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { parse } from 'yaml'
import { configureTexts as words } from '../../renderer/texts/configure.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { waitUntil } from '../services/waitUntil.ts'
import { companyInChromium, pageForEach } from './companyInChromium.ts'
import { openPage } from './openPage.ts'
import { seriousFindings } from './seriousFindings.ts'

const { bar, leave, tree, secret } = words

describeWithService('Chromium', 'Configuring in the window', () => {
  const visit = companyInChromium('synced')
  const open = pageForEach(visit)
  let page: Page
  beforeEach(() => {
    page = open().page
  })

  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const enabled = (name: string) => waitUntil(`${name} is possible`, () => button(name).isEnabled())
  const unsaved = () => page.getByRole('button', { name: /unsaved change/i })

  test('a wrong filter is marked under its character and cannot be saved; a right one is counted', async () => {
    await open().goTo('/configure/selection')
    const filter = page.getByLabel(words.selection.filter).first()
    await filter.fill('(&(department=Vertrieb)(title=)')
    await page.getByText('The filter is wrong at position 32').waitFor()
    expect(await button(bar.save).isDisabled()).toBe(true)
    expect(await page.getByText(bar.problems(1)).innerText()).toContain(bar.here)
    expect(await seriousFindings(page)).toEqual([])

    await filter.fill('(department=Vertrieb)')
    await page.getByText(/^[1-9]\d* users are selected\.$/).waitFor()
    await page.getByText(bar.needsDryRun).waitFor()
    await enabled(bar.save)
    await button(bar.discard).click()
    await page.getByText(bar.saved).waitFor()
    expect(await filter.inputValue()).toBe('')
  })

  test('a wrong expression is corrected with the value of somebody before the eyes, and saved', async () => {
    await open().goTo('/configure/mapping')
    await page.getByText('3 of 3').first().waitFor()
    await page.getByRole('button', { name: 'title', exact: true }).press('Enter')
    await page.locator('.cm-focused').waitFor()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('title + + ')
    await page.getByText('The expression is wrong at position 9').waitFor()
    expect(await button(bar.save).isDisabled()).toBe(true)

    await page.keyboard.press('Control+A')
    await page.keyboard.type('"Dr. " + sn')
    const given = page.getByText(/^For .+: Dr\. \S+$/)
    await given.waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await enabled(bar.save)
    await button(bar.save).click()
    await page.getByText(bar.saved).waitFor()
    expect(savedSettings().mapping).toEqual({ title: '"Dr. " + sn' })

    await button(words.mapping.reset('title')).click()
    await enabled(bar.save)
    await unsaved().click()
    expect(await page.getByRole('listitem').filter({ hasText: 'Mapping of title' }).innerText()).toContain(
      words.settings.backToDefault,
    )
    await page.keyboard.press('Escape')
    await button(bar.save).click()
    await page.getByText(bar.saved).waitFor()
    expect(savedSettings().mapping).toEqual({})
  })

  test('a container is left out in the tree by keyboard, and the plan of that says who would go; nothing is saved', async () => {
    await open().goTo('/configure/selection')
    await page.getByRole('treeitem', { name: 'Nordwind', exact: true }).press('ArrowRight')
    const leipzig = page.getByRole('treeitem', { name: 'Leipzig', exact: true })
    await leipzig.press('Space')
    expect(await leipzig.getAttribute('aria-checked')).toBe('false')
    expect(await page.getByRole('treeitem', { name: 'Nordwind', exact: true }).getAttribute('aria-checked')).toBe(
      'mixed',
    )
    await page.getByText(tree.exclusions).waitFor()
    await enabled(bar.whatIf)
    await button(bar.whatIf).click()
    await page.waitForURL(/#\/plans\/\d+/)
    await page
      .getByText(/made inactive/)
      .first()
      .waitFor()
    expect(savedSettings().selection.excludeDns).toEqual([])

    // The draft is still there for whoever comes back.
    await page.goBack()
    await unsaved().waitFor()
    await button(bar.discard).click()
    await page.getByText(bar.saved).waitFor()
  })

  test('who leaves with unsaved changes is asked, whichever way they leave', async () => {
    await open().goTo('/plans')
    await open().goTo('/configure/general')
    await page.getByLabel(words.general.name, { exact: true }).fill('east')
    await unsaved().waitFor()
    await page.getByRole('link', { name: words.pages.guards, exact: true }).click()
    await page.getByRole('heading', { name: words.pages.guards }).waitFor()
    await page.getByRole('link', { name: words.pages.general, exact: true }).click()
    expect(await page.getByLabel(words.general.name, { exact: true }).inputValue()).toBe('east')

    await page.getByRole('link', { name: 'Runs', exact: true }).click()
    await page.getByRole('alertdialog').getByText('Connector name').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await button(leave.stay).click()
    expect(page.url()).toContain('#/configure/general')
    await page.evaluate(() => {
      location.hash = '/events'
    })
    await page.getByRole('alertdialog').getByRole('button', { name: leave.discard }).click()
    await page.waitForURL(/#\/events/)
    await open().goTo('/configure/general')
    expect(await page.getByLabel(words.general.name, { exact: true }).inputValue()).toBe('demo')
  })

  test('who has left may go on before the next page is there', async () => {
    const loading = Promise.withResolvers<void>()
    await page.route('**/EventsPage-*.js', async (route) => {
      await loading.promise
      await route.continue()
    })
    await open().goTo('/configure/general')
    await page.getByLabel(words.general.name, { exact: true }).fill('east')
    await unsaved().waitFor()
    const requested = page.waitForRequest('**/EventsPage-*.js')
    await page.getByRole('link', { name: 'Events', exact: true }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: leave.keep }).click()
    await requested
    await page.getByRole('link', { name: 'Runs', exact: true }).click()
    await page.getByRole('heading', { name: 'Runs', exact: true }).waitFor()
    loading.resolve()
    await open().goTo('/configure/general')
    expect(await page.getByLabel(words.general.name, { exact: true }).inputValue()).toBe('east')
    await button(bar.discard).click()
    await page.getByText(bar.saved).waitFor()
    expect(open().faults).toEqual([])
  })

  test('what somebody else saved meanwhile is not overwritten, and one’s own goes on top of it', async () => {
    await open().goTo('/configure/general')
    await page.getByLabel(words.general.name, { exact: true }).fill('east')
    await enabled(bar.save)

    const other = await openPage(visit.browser(), visit.served())
    await other.goTo('/configure/guards')
    await other.page.getByLabel(words.guards.softDeleteDays).fill('14')
    const save = other.page.getByRole('button', { name: bar.save, exact: true })
    await waitUntil('the other one can save', () => save.isEnabled())
    await save.click()
    await other.page.getByText(bar.saved).waitFor()
    await other.close()

    await button(bar.save).click()
    await page.getByText(words.meanwhile.title).waitFor()
    expect(savedSettings()).toMatchObject({ name: 'demo', softDeleteDays: 14 })
    await button(words.meanwhile.mine).click()
    await enabled(bar.save)
    await button(bar.save).click()
    await page.getByText(bar.saved).waitFor()
    expect(savedSettings()).toMatchObject({ name: 'east', softDeleteDays: 14 })
  })

  test('a picture is tried with the settings as they stand, and gone when they are others', async () => {
    const { avatar } = words
    await open().goTo('/configure/avatars')
    await page.getByLabel(avatar.who).fill('anna.petersen@nordwind.example')
    await page.keyboard.press('Enter')
    const picture = page.getByRole('img', { name: avatar.picture })
    await picture.waitFor()
    await page.getByText(avatar.kind('JPEG', 128, 128)).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('radio', { name: avatar.sources.server }).click()
    await picture.waitFor({ state: 'detached' })
    await page.getByText(avatar.notPossible).waitFor()
    await button(bar.discard).click()
    await page.getByText(bar.saved).waitFor()
  })

  test('a password is kept without ever being shown, and stands in no settings', async () => {
    await open().goTo('/configure/general')
    await page.getByText(secret.isSet('Password')).waitFor()
    await button(secret.changeOf('Password')).click()
    await page.getByLabel('Password', { exact: true }).last().fill('not the right one')
    await page.keyboard.press('Enter')
    await page.getByText(secret.isSet('Password')).waitFor()
    await unsaved().waitFor()
    expect(await page.content()).not.toContain('not the right one')

    await button(words.check.begin.directory).click()
    await button(words.check.again.directory).waitFor()
    await page.getByText(/bind/).first().waitFor()
    await button(bar.discard).click()
    await page.getByText(bar.saved).waitFor()
  })

  function savedSettings() {
    return parse(readFileSync(join(visit.served().dataFolder, 'settings.yaml'), 'utf8'))
  }
})
