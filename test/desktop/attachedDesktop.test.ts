import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { companyAccount, companyBaseDn, companyEntries } from '../../app/demo/directory/companyEntries.ts'
import { type EmbeddedDirectory, startEmbeddedDirectory } from '../../app/demo/directory/startEmbeddedDirectory.ts'
import { frameTexts } from '../../renderer/texts/frame.ts'
import type { RunningCommand } from '../e2e/runConnector.ts'
import { startService } from '../e2e/startService.ts'
import { makeWorkplace, type Workplace } from '../e2e/workplace.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { waitUntil } from '../services/waitUntil.ts'
import { buildDesktop } from './buildDesktop.ts'
import { type Desktop, type DesktopOptions, desktopCommand, startDesktop } from './startDesktop.ts'
import { type Display, startDisplay } from './startDisplay.ts'

jest.setTimeout(120_000)

describeWithService('Electron', 'The window on a service that runs', () => {
  let directory: EmbeddedDirectory
  let workplace: Workplace
  let service: RunningCommand
  let display: Display
  let profile: string
  let options: DesktopOptions
  let desktop: Desktop

  beforeAll(async () => {
    const product = await buildDesktop()
    const entries = await companyEntries()
    directory = await startEmbeddedDirectory({ entries, kind: 'ad-ds', users: [companyAccount] })
    const bind = { method: 'simple', user: companyAccount.dn, password: { env: 'DIRECTORY_PASSWORD' } } as const
    workplace = await makeWorkplace({
      directory: { type: 'ad-ds', servers: [directory.url], bind },
      password: companyAccount.password,
      selection: { baseDns: [companyBaseDn], groups: { enabled: true } },
    })
    service = await startService(workplace.install)
    display = await startDisplay()
    profile = mkdtempSync(join(tmpdir(), 'connector-desktop-'))
    options = { product, dataFolder: workplace.install.dataFolder, profile, display: display.name }
    desktop = await startDesktop(options)
  })
  afterAll(async () => {
    await desktop?.kill()
    service?.stop('SIGKILL')
    await service?.ended
    await display?.stop()
    await workplace?.end()
    await directory?.close()
    if (profile) rmSync(profile, { recursive: true, force: true })
  })

  const status = () => desktop.page.locator('[role=status]').first().innerText()
  const ask = (path: string, method: 'GET' | 'POST' = 'GET') =>
    desktop.page.evaluate(
      async ([address, verb]) => {
        const answer = await fetch(`/api/${address}`, {
          method: verb,
          ...(verb === 'POST' && { body: '{}', headers: { 'content-type': 'application/json' } }),
        })
        return { status: answer.status, json: await answer.json() }
      },
      [path, method] as const,
    )

  test('shows the page, with what the service says', async () => {
    expect(desktop.page.url()).toMatch(/^app:\/\/window\//)
    await waitUntil('the page has its title', async () => (await desktop.page.title()).includes('Directory Connector'))
    await waitUntil('the page has found the service', async () =>
      (await status()).includes(frameTexts.light['never-synced']),
    )
    expect((await ask('overview')).json.result.data.connector.name).toBe('hq')
    expect((await ask('dryRun', 'POST')).json.result.data.plan.counts.users.create).toBeGreaterThan(200)
  })

  test('hands on an error of the API as it is', async () => {
    const { status: code, json } = await ask(`run?input=${encodeURIComponent('{"id":77}')}`)
    expect(code).toBeGreaterThanOrEqual(400)
    expect(json.error.data.connectorError).toMatchObject({ side: 'connector', message: expect.stringContaining('77') })
  })

  test('streams what a run tells', async () => {
    workplace.store.faults.delayMilliseconds = 300
    const heard = await desktop.page.evaluate(async () => {
      const stream = new EventSource('/api/progress')
      const kinds: string[] = []
      let begin = () => {}
      const begun = new Promise<void>((resolve) => {
        begin = resolve
      })
      const told = new Promise<void>((resolve) => {
        stream.onmessage = ({ data }) => {
          const { running } = JSON.parse(data)
          begin()
          if (running) kinds.push(running.kind)
          if (running?.progress) resolve()
        }
      })
      await begun
      const run = fetch('/api/dryRun', {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json' },
      })
      await told
      stream.close()
      await (await run).text()
      return { kinds, state: stream.readyState }
    })
    delete workplace.store.faults.delayMilliseconds
    expect(heard).toMatchObject({ kinds: expect.arrayContaining(['dry-run']), state: 2 })
  })

  test('has nothing of Node, and never sees the token', async () => {
    const { page } = desktop
    const kinds = await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global'].map((name) => typeof Reflect.get(window, name)),
    )
    expect(new Set(kinds)).toEqual(new Set(['undefined']))
    expect(await page.evaluate(() => Object.keys(window.desktop ?? {}).sort())).toEqual([
      'electron',
      'onCommand',
      'onUpdates',
    ])
    const headers = await page.evaluate(async () => [...(await fetch('/api/status')).headers].join('\n'))
    expect(headers).not.toMatch(/authorization|bearer/i)
  })

  test('leaves neither its page nor itself', async () => {
    const { page, app } = desktop
    const before = page.url()
    await page.evaluate(() => {
      location.href = 'https://example.com/'
    })
    expect(await page.evaluate(() => window.open('https://example.com/'))).toBeNull()
    expect(await page.evaluate(() => window.open('app://window/'))).toBeNull()
    await page.evaluate(() => {
      const frame = document.createElement('iframe')
      frame.src = 'https://example.com/'
      document.body.append(frame)
      document.body.append(document.createElement('webview'))
    })
    expect(await page.evaluate(() => fetch('https://example.com/').catch(() => 'refused'))).toBe('refused')
    expect(await page.evaluate(() => fetch('/assets/../../../../package.json').then(({ status }) => status))).toBe(404)
    expect(app.windows()).toHaveLength(1)
    expect(page.url()).toBe(before)
    expect(page.frames().map((frame) => frame.url())).not.toContain('https://example.com/')
  })

  test('is given no permission but to copy', async () => {
    const answers = await desktop.page.evaluate(async () => {
      const refused = () => 'refused'
      return [
        await Notification.requestPermission(),
        await navigator.mediaDevices.getUserMedia({ audio: true }).catch(refused),
        await new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('allowed'),
            () => resolve('refused'),
          ),
        ),
        await navigator.clipboard.readText().catch(refused),
        await navigator.clipboard.writeText('copied').then(() => 'copied'),
      ]
    })
    expect(answers).toEqual(['denied', 'refused', 'refused', 'refused', 'copied'])
  })

  test('has the menu with its keys, whose entries reach the page', async () => {
    const keys = await desktop.app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.items.map(({ label, submenu }) => [label, submenu?.items.map((item) => item.label)]),
    )
    expect(keys).toMatchObject([
      [
        '&Actions',
        expect.arrayContaining([
          '&Sync now',
          expect.stringMatching(/^&Reset connector secret \(/),
          '&Dry run',
          'E&xit',
        ]),
      ],
      ['&View', expect.anything()],
      ['&Help', ['&Help', '&About', '&FAQ']],
    ])
    await desktop.page.evaluate(() => {
      window.desktop?.onCommand((command) => document.body.setAttribute('data-told', command))
    })
    await desktop.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('show-about')?.click())
    await waitUntil(
      'the page is told',
      async () => (await desktop.page.getAttribute('body', 'data-told')) === 'show-about',
    )
  })

  test('is shown by a second start, which ends', async () => {
    await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
    const { program, words, environment } = desktopCommand(options)
    const second = spawn(program, words, { env: environment, stdio: 'ignore' })
    await once(second, 'exit')
    expect(second.exitCode).toBe(0)
    await waitUntil('the window is there', () =>
      desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() === true),
    )
  })

  test('says so when the service is gone, and finds the next one by itself', async () => {
    service.stop('SIGKILL')
    await service.ended
    await waitUntil('the page says so', async () => (await status()).includes(frameTexts.light.lost))
    expect(await ask('overview')).toMatchObject({ status: 503 })
    service = await startService(workplace.install)
    await waitUntil('the page has recovered', async () => !(await status()).includes(frameTexts.light.lost))
    expect(await ask('overview')).toMatchObject({ status: 200 })
  })

  test('leaves the service when it is closed, and opens where it was', async () => {
    const place = { x: 210, y: 120, width: 1000, height: 700 }
    await desktop.app.evaluate(
      ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
      place,
    )
    const bounds = () =>
      desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
    await waitUntil('the window has moved', async () => (await bounds())?.width === place.width)
    const left = await bounds()
    await desktop.app.evaluate(({ BrowserWindow }) => setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 0))
    await desktop.ended
    expect(service.hasEnded()).toBe(false)
    expect(await workplace.install.run('service', 'status')).toMatchObject({ code: 0 })
    desktop = await startDesktop(options)
    expect(await bounds()).toEqual(left)
  })
})
