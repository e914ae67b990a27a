import { peopleTexts } from '../../renderer/texts/people.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { companyInChromium, pageForEach } from './companyInChromium.ts'
import { seriousFindings } from './seriousFindings.ts'
import { settled } from './settled.ts'

const { actions, steps, search } = peopleTexts
const company = 'OU=Nordwind,DC=nordwind,DC=example'
const addressOf = (who: string) => `/people/${encodeURIComponent(who)}`

describeWithService('Chromium', 'The page that explains somebody', () => {
  const visit = companyInChromium('synced')
  const open = pageForEach(visit)

  /** The part of the page about one decision. */
  const stepOf = (title: string) =>
    open()
      .page.getByRole('listitem')
      .filter({ has: open().page.getByRole('heading', { name: title }) })

  test('finds a person by a part of a name, with keys alone', async () => {
    const { page } = open()
    await open().goTo('/people')
    await page.keyboard.type('petersen')
    await page.getByRole('link', { name: /Anna Petersen/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /Anna Petersen/ }).waitFor()
    await settled(page)
    expect(await stepOf(steps.found).innerText()).toContain(
      `CN=Anna Petersen,OU=Geschäftsführung,OU=Hamburg,${company}`,
    )
    expect(await stepOf(steps.match).innerText()).toContain('found by link')
    expect(await seriousFindings(page)).toEqual([])
    expect(open().faults).toEqual([])
  })

  test('says why somebody is skipped', async () => {
    const { page } = open()
    await open().goTo(addressOf(`CN=Holger Müller,OU=Marketing,OU=Hamburg,${company}`))
    await page.getByText('Skipped: nothing is decided about it').waitFor()
    expect(await stepOf(steps.values).innerText()).toContain('holger.mueller.nordwind.example')
    expect(await seriousFindings(page)).toEqual([])
  })

  test('shows every value with what it was made of', async () => {
    const { page } = open()
    await open().goTo(addressOf('martina.koehler@nordwind.example'))
    await page.getByRole('button', { name: /^Show all/ }).click()
    const row = stepOf(steps.values).getByRole('row').filter({ hasText: 'telephoneNumber' }).first()
    expect(await row.innerText()).toContain('+49405550145')
    expect(await row.innerText()).toContain('+49 40 5550145')
    expect(await seriousFindings(page)).toEqual([])
  })

  test('fetches a picture when it is asked to, and shows it', async () => {
    const { page } = open()
    await open().goTo(addressOf('martina.koehler@nordwind.example'))
    await page.getByRole('button', { name: peopleTexts.picture.show }).click()
    const picture = page.getByRole('img', { name: /The picture of/ })
    await picture.waitFor()
    await page.waitForFunction(() => (document.querySelector('main img') as HTMLImageElement).naturalWidth > 0)
    expect(open().faults).toEqual([])
  })

  test('syncs one person, and leads to the run', async () => {
    const { page } = open()
    const dn = `CN=Martina Köhler,OU=Finanzen,OU=Hamburg,${company}`
    visit.served().company.directory.replace(dn, { title: ['Head of Treasury'] })
    await open().goTo(addressOf(dn))
    await page.getByText('Would be changed by the next sync: 1 value.').waitFor()
    expect(await stepOf(steps.change).innerText()).toContain('Head of Treasury')
    await page.getByRole('button', { name: actions.sync.user }).click()
    await page.getByText(peopleTexts.synced.done).waitFor()
    await page.getByText(peopleTexts.headline.equal).waitFor()
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Run \d+$/ })
      .first()
      .click()
    await page.getByRole('heading', { name: /^Run \d+$/ }).waitFor()
  })

  test('has nobody, and says whether the cloud has', async () => {
    const { page } = open()
    await open().goTo(addressOf('frank.ahrens@nordwind.example'))
    await page.getByText(peopleTexts.nobody.title('frank.ahrens@nordwind.example')).waitFor()
    expect(await page.getByRole('main').innerText()).toContain('Left the directory or the selection')
    await open().goTo(addressOf('nobody@nordwind.example'))
    await page.getByText(peopleTexts.nobody.notThere).waitFor()
    expect(await seriousFindings(page)).toEqual([])
  })

  test('leads from an address of two to each of them', async () => {
    const { page } = open()
    await open().goTo(addressOf('ausbildung@nordwind.example'))
    await page.getByText(peopleTexts.several.title(2, 'ausbildung@nordwind.example')).waitFor()
    await page.getByRole('main').getByRole('link', { name: /^CN=/ }).first().click()
    await page.getByRole('list', { name: peopleTexts.way }).waitFor()
    await page.getByText(peopleTexts.headline.conflict).waitFor()
  })

  test('offers to look in the directory for whom the cloud does not have', async () => {
    const { page } = open()
    await open().goTo('/people')
    await page.getByRole('searchbox', { name: search.label }).fill('zzzz')
    await page.getByText(search.none.title).waitFor()
    expect(await page.getByRole('link', { name: /^Explain/ }).count()).toBe(1)
    expect(await seriousFindings(page)).toEqual([])
  })
})
