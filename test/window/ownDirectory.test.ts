import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { configureTexts } from '../../renderer/texts/configure.ts'
import { firstStartTexts } from '../../renderer/texts/firstStart.ts'
import { frameTexts } from '../../renderer/texts/frame.ts'
import { planTexts } from '../../renderer/texts/plan.ts'
import { differences } from '../e2e/differences.ts'
import { activeDirectory, type Dialect, expectedContent, openLdap } from '../e2e/expectedContent.ts'
import { startStore, type TestStore } from '../e2e/startStore.ts'
import { describeWithService } from '../services/describeWithService.ts'
import type { Service } from '../services/installed.ts'
import { ldapsearch } from '../services/ldapsearch.ts'
import { peopleLdif } from '../services/peopleLdif.ts'
import { startSambaAd } from '../services/sambaAd.ts'
import { startSlapd } from '../services/slapd.ts'
import { waitUntil } from '../services/waitUntil.ts'
import { builtPages } from './builtPages.ts'
import { type OpenPage, openPage } from './openPage.ts'
import { seriousFindings } from './seriousFindings.ts'
import { type ServedCompany, serveCompany } from './servedCompany.ts'
import { startBrowser } from './startBrowser.ts'

jest.setTimeout(600_000)

const { welcome, steps, notReady, samples, summary } = firstStartTexts
const { bind, check, general, list, secret, selection, store: storeWords, tls, tree } = configureTexts

/** A directory as an administrator knows it. */
interface OwnDirectory {
  readonly type: keyof typeof general.types
  readonly url: string
  /** For those who only compare. */
  readonly plainUrl: string
  readonly user: string
  readonly password: string
  readonly caFile: string
  /** The name in its certificate, where it is not that of the address. */
  readonly serverName: string
  readonly baseDn: string
  readonly dialect: Dialect
  stop(): Promise<void>
}

const size = { users: 120, groups: 4 }
const directories: readonly { readonly service: Service; readonly name: string; start(): Promise<OwnDirectory> }[] = [
  {
    service: 'samba',
    name: 'an Active Directory',
    start: async () => {
      const baseDn = 'DC=corp,DC=example,DC=com'
      const samba = await startSambaAd({ ldif: peopleLdif({ ...size, flavour: 'ad', baseDn }) })
      const { url: plainUrl, tlsUrl: url, caFile, serverName, admin, stop } = samba
      const { userPrincipalName: user, password } = admin
      return {
        type: 'ad-ds',
        url,
        plainUrl,
        user,
        password,
        caFile,
        serverName,
        baseDn,
        dialect: activeDirectory,
        stop,
      }
    },
  },
  {
    service: 'slapd',
    name: 'an OpenLDAP directory',
    start: async () => {
      const baseDn = 'dc=example,dc=com'
      const slapd = await startSlapd({ baseDn, ldif: peopleLdif({ ...size, flavour: 'inetOrgPerson', baseDn }) })
      const { url: plainUrl, tlsUrl: url, reader, certificates, stop } = slapd
      const { dn: user, password } = reader
      const { caFile } = certificates
      return {
        type: 'ldap',
        url,
        plainUrl,
        user,
        password,
        caFile,
        serverName: 'localhost',
        baseDn,
        dialect: openLdap,
        stop,
      }
    },
  },
]

describeWithService('Chromium', 'An administrator who binds', () => {
  describe.each(directories)('$name', ({ service, name, start }) =>
    describeWithService(service, `${name} of the real kind`, () => {
      let own: OwnDirectory
      let store: TestStore
      let served: ServedCompany
      let browser: Browser
      let open: OpenPage
      let page: Page
      let folder: string

      beforeAll(async () => {
        folder = mkdtempSync(join(tmpdir(), 'connector-window-own-'))
        own = await start()
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
        await own?.stop()
        if (folder) rmSync(folder, { recursive: true, force: true })
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
        await waitUntil(
          `one can press ${name}`,
          async () => (await button(name).getAttribute('aria-disabled')) === null,
        )
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
        if (own.type === 'ldap') {
          await field(general.type).click()
          await page.getByRole('option', { name: general.types.ldap }).click()
        }
        await button(general.addServer).click()
        await field(list.item(general.servers, 1)).fill(own.url)
        await field(bind.user).fill(own.user)
        await typeSecret(bind.password, 'Wrong!23')
        await button(check.again.directory).or(button(check.begin.directory)).click()
        await page
          .getByText(/certificate/)
          .first()
          .waitFor()
        await page.getByText(notReady.errors).waitFor()

        await field(tls.caFile).fill(own.caFile)
        await field(tls.serverName).fill(own.serverName)
        await button(check.again.directory).click()
        await page
          .getByText(/password/i)
          .first()
          .waitFor()
        await page.getByText(notReady.errors).waitFor()
        expect(await seriousFindings(page)).toEqual([])

        await typeSecret(bind.password, own.password)
        await button(check.again.directory).click()
        await goOn(steps.directory.next)
      })

      test('leaves out a container, chooses groups too, and reads how many those are', async () => {
        await heading(steps.selection.heading)
        await page.getByRole('treeitem', { name: 'Sales', exact: true }).press('Space')
        await page.getByText(tree.exclusions).waitFor()
        await page.getByRole('switch', { name: selection.kinds.group }).check()
        const entries = await chosenEntries()
        const { isUser, isGroup } = own.dialect
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
        const { user: bindDn, password, baseDn, plainUrl: url } = own
        const entries = await ldapsearch({ url, bindDn, password, baseDn, filter: '(objectClass=*)' })
        return entries.filter(({ dn }) => !dn.toLowerCase().endsWith(`ou=sales,${baseDn.toLowerCase()}`))
      }

      async function expected() {
        return expectedContent(await chosenEntries(), own.dialect)
      }
    }),
  )
})
