import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { updateTexts } from '../../renderer/texts/updates.ts'
import { type RunningCommand, startConnector } from '../e2e/runConnector.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { waitUntil } from '../services/waitUntil.ts'
import { shortestText } from '../settings/exampleSettings.ts'
import { buildDesktop } from './buildDesktop.ts'
import { evaluateInPage, type ListedPage, listPages } from './evaluateInPage.ts'
import { packDesktop } from './packDesktop.ts'
import { desktopCommand } from './startDesktop.ts'
import { type Display, startDisplay } from './startDisplay.ts'
import { startUpdateFeed, type UpdateFeed } from './startUpdateFeed.ts'

jest.setTimeout(180_000)

describeWithService('Electron', 'The packed program', () => {
  let folder: string
  let installed: string
  let dataFolder: string
  let display: Display
  let feed: UpdateFeed
  let service: RunningCommand | undefined

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'connector-packed-'))
    dataFolder = join(folder, 'data')
    mkdirSync(dataFolder)
    feed = await startUpdateFeed()
    installed = await packDesktop(await buildDesktop(), folder, feed.url)
    display = await startDisplay()
    service = startConnector(['--data-dir', dataFolder, 'service', 'run', '--wait-for-settings'])
    await waitUntil(
      'the service runs',
      () => existsSync(join(dataFolder, 'service.json')) || service?.hasEnded() === true,
    )
  })
  afterAll(async () => {
    service?.stop('SIGKILL')
    await service?.ended
    await display?.stop()
    await feed?.stop()
    if (folder) rmSync(folder, { recursive: true, force: true })
  })

  /** Starts the program, lets a test look at its page, and ends it. */
  async function withPage(profile: string, look: (page: ListedPage) => Promise<void>): Promise<void> {
    const product = join(installed, 'resources/app.asar')
    const { words, environment } = desktopCommand({ product, dataFolder, profile, display: display.name })
    // The archive is not named on the command line: the program must find it. Node's own debugger is switched off in it.
    const own = ['--remote-debugging-port=0', ...words.filter((word) => word !== product)]
    const child = spawn(join(installed, 'directory-connector-desktop'), own, {
      env: environment,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (data: Buffer) => {
      said += data.toString()
    })
    const port = () => /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1]
    try {
      await waitUntil('the program has started', () => port() !== undefined || child.exitCode !== null)
      if (port() === undefined) throw new Error(`The program has ended: ${said}`)
      const shown = async () => (await listPages(port() ?? said)).find(({ url }) => url.startsWith('app://window/'))
      await waitUntil('the page is shown', async () => (await shown())?.title.includes('Directory Connector') === true)
      const page = await shown()
      if (page === undefined) throw new Error('The page has gone.')
      await look(page)
    } finally {
      child.kill('SIGKILL')
      if (child.exitCode === null) await once(child, 'exit')
    }
  }

  test('starts from its archive alone, and shows the page of the service that runs', async () => {
    await withPage(join(folder, 'first'), async (page) => {
      const asked = "fetch('/api/overview').then(async (answer) => (await answer.json()).result.data.light.kind)"
      expect(await evaluateInPage(page, asked)).toBe('not-set-up')
    })
  })

  test('brings the command line, and one binary of SQLite', () => {
    expect(existsSync(join(installed, 'resources/bin/directory-connector'))).toBe(true)
    expect(existsSync(join(installed, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds'))).toBe(true)
  })

  const left = { kind: 'available', version: '99.0.0', installing: 'never', why: 'package' } as const
  const newest = { kind: 'newest' } as const
  test.each([
    ['off', '99.0.0', left],
    ['off', '0.0.1', newest],
    ['off', '99.0.0-beta.1', newest],
    ['off', null, { kind: 'failed' }],
    ['on', '99.0.0', left],
  ] as const)(
    'with automatic updates %s and %s published it says so in About, and fetches nothing',
    async (setting, version, news) => {
      const on = `${shortestText}updates: { automatic: true }\n`
      if (setting === 'on') writeFileSync(join(dataFolder, 'settings.yaml'), on)
      feed.version = version
      const before = feed.asked.length
      const profile = join(folder, `profile-${setting}-${version}`)
      const words = updateTexts.sentence(news)
      await withPage(profile, async (page) => {
        const asked = "fetch('/api/overview').then(async (answer) => (await answer.json()).result.data.installsUpdates)"
        expect(await evaluateInPage(page, asked)).toBe(setting === 'on')
        await evaluateInPage(page, "location.hash = '#/help/about'")
        const text = () => evaluateInPage(page, 'document.body.innerText')
        await waitUntil('About shows it', async () => String(await text()).includes(words))
      })
      const asked = feed.asked.slice(before)
      expect(new Set(asked.map(({ path }) => path))).toEqual(new Set(['/connector/latest-linux.yml']))
      for (const { headers } of asked) expect(headers).toMatchObject({ 'x-user-staging-id': 'none' })
      const logs = readdirSync(profile, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('updates.log'),
      )
      const logged = logs.map((name) => readFileSync(join(profile, name), 'utf8')).join('')
      expect(logged).toMatch(
        version === null ? /It is not known whether there is a newer version: .*latest-linux\.yml/ : /^$/,
      )
    },
  )
})
