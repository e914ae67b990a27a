import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { configureTexts } from '../../renderer/texts/configure.ts'
import { firstStartTexts } from '../../renderer/texts/firstStart.ts'
import { frameTexts } from '../../renderer/texts/frame.ts'
import { planTexts } from '../../renderer/texts/plan.ts'
import { differences } from '../e2e/differences.ts'
import { activeDirectory, expectedContent } from '../e2e/expectedContent.ts'
import { startStore, type TestStore } from '../e2e/startStore.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { ldapsearch } from '../services/ldapsearch.ts'
import { type PeopleOptions, peopleLdif } from '../services/peopleLdif.ts'
import { type SambaAd, startSambaAd } from '../services/sambaAd.ts'
import { waitUntil } from '../services/waitUntil.ts'
import { builtPages } from './builtPages.ts'
import { type OpenPage, openPage } from './openPage.ts'
import { seriousFindings } from './seriousFindings.ts'
import { type ServedCompany, serveCompany } from './servedCompany.ts'
import { startBrowser } from './startBrowser.ts'

jest.setTimeout(600_000)

const { welcome, steps, notReady, samples, summary } = firstStartTexts
const { bind, check, general, list, secret, selection, store: storeWords, tls, tree } = configureTexts
const people: PeopleOptions = { flavour: 'ad', baseDn: 'DC=corp,DC=example,DC=com', users: 120, groups: 4 }
const leftOut = `OU=Sales,${people.baseDn}`

describeWithService('samba', 'An administrator who binds an Active Directory', () => {
  describeWithService('Chromium', 'in the window', () => {
    let samba: SambaAd
    let store: TestStore
    let served: ServedCompany
    let browser: Browser
    let open: OpenPage
    let page: Page
    const folder = mkdtempSync(join(tmpdir(), 'connector-window-ad-'))

    beforeAll(async () => {
      samba = await startSambaAd({ ldif: peopleLdif(people) })
      store = await startStore(folder)
      served = await serveCompany('first', await builtPages())
      browser = await startBrowser()
      open = await openPage(browser, served)
      page = open.page
    })
    afterAll(async () => {
      await browser?.close()
      await served?.[Symbol.asyncDispose]()
      await store?.close()
      await samba?.stop()
      rmSync(folder, { recursive: true, force: true })
    })

    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const field = (name: string) => page.getByLabel(name, { exact: true })
    const heading = (name: string) => page.getByRole('heading', { name }).waitFor()
    const typeSecret = async (label: string, value: string) => {
      await button(secret.changeOf(label)).click()
      await field(label).and(page.locator('input')).fill(value)
      await page.keyboard.press('Enter')
      await page.getByText(secret.isSet(label)).waitFor()
    }
    const goOn = async (name: string) => {
      await waitUntil(`one can press ${name}`, async () => (await button(name).getAttribute('aria-disabled')) === null)
      await button(name).click()
    }

    test('signs in to a store: a wrong token is said, the right one lets go on', async () => {
      await button(welcome.bind).click()
      await heading(steps.store.heading)
      await field(storeWords.url).fill(store.url)
      await typeSecret(storeWords.token, 'wrong')
      await button(check.again.store).or(button(check.begin.store)).click()
      await page.getByText(/401/).first().waitFor()
      await page.getByText(notReady.errors).waitFor()
      expect(await seriousFindings(page)).toEqual([])
      await typeSecret(storeWords.token, store.token)
      await button(check.again.store).click()
      await goOn(steps.store.next)
    })

    test('binds the domain: who signed the certificate and a wrong password are said, and mended there', async () => {
      await heading(steps.directory.heading)
      await button(general.addServer).click()
      await field(list.item(general.servers, 1)).fill(samba.tlsUrl)
      await field(bind.user).fill(samba.admin.userPrincipalName)
      await typeSecret(bind.password, 'Wrong!23')
      await button(check.again.directory).or(button(check.begin.directory)).click()
      await page
        .getByText(/certificate/)
        .first()
        .waitFor()
      await page.getByText(notReady.errors).waitFor()

      await field(tls.caFile).fill(samba.caFile)
      await field(tls.serverName).fill(samba.serverName)
      await button(check.again.directory).click()
      await page
        .getByText(/password/i)
        .first()
        .waitFor()
      await page.getByText(notReady.errors).waitFor()
      expect(await seriousFindings(page)).toEqual([])

      await typeSecret(bind.password, samba.admin.password)
      await button(check.again.directory).click()
      await goOn(steps.directory.next)
    })

    test('leaves out a container, chooses groups too, and reads how many those are', async () => {
      await heading(steps.selection.heading)
      await page.getByRole('treeitem', { name: 'Sales', exact: true }).press('Space')
      await page.getByText(tree.exclusions).waitFor()
      await page.getByRole('switch', { name: selection.kinds.group }).check()
      const entries = await chosenEntries()
      const { isUser, isGroup } = activeDirectory
      await page.getByText(selection.counted('user', entries.filter(isUser).length, false)).waitFor()
      await page.getByText(selection.counted('group', entries.filter(isGroup).length, false)).waitFor()
      expect(await seriousFindings(page)).toEqual([])
      await goOn(steps.selection.next)
    })

    test('sees three people of it, makes the dry run, and applies it: the store is what the directory says', async () => {
      await heading(steps.mapping.heading)
      await page.getByRole('heading', { name: samples.heading }).waitFor()
      await goOn(steps.mapping.next)
      await heading(steps['dry-run'].heading)
      await field(summary.name).fill('hq')
      await goOn(steps['dry-run'].next)

      const { users, groups } = await expected()
      await page.getByText(`${users.size} people would be added. ${groups.size} groups would be added.`).waitFor({
        timeout: 60_000,
      })
      expect(await store.content()).toMatchObject({ users: new Map(), groups: new Map() })
      const changes = users.size + groups.size
      await button(planTexts.apply.action(changes)).click()
      await button(planTexts.apply.confirm(changes)).click()
      await page.getByText(`${users.size} people were added.`).waitFor({ timeout: 60_000 })
      expect(differences(await store.content(), await expected())).toEqual([])
      await page.locator('nav').getByText(frameTexts.light.equal, { exact: true }).waitFor({ timeout: 60_000 })
      expect(open.faults).toEqual([])
    })

    /** What the directory itself says is in the domain and not left out. */
    async function chosenEntries() {
      const { userPrincipalName: bindDn, password } = samba.admin
      const { baseDn } = people
      const entries = await ldapsearch({ url: samba.url, bindDn, password, baseDn, filter: '(objectClass=*)' })
      return entries.filter(({ dn }) => !dn.endsWith(leftOut))
    }

    async function expected() {
      return expectedContent(await chosenEntries(), activeDirectory)
    }
  })
})
