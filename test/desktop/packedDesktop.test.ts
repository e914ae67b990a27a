import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningCommand, startConnector } from '../e2e/runConnector.ts'
import { describeWithService } from '../services/describeWithService.ts'
import { waitUntil } from '../services/waitUntil.ts'
import { buildDesktop } from './buildDesktop.ts'
import { evaluateInPage, listPages } from './evaluateInPage.ts'
import { packDesktop } from './packDesktop.ts'
import { desktopCommand } from './startDesktop.ts'
import { type Display, startDisplay } from './startDisplay.ts'

jest.setTimeout(180_000)

describeWithService('Electron', 'The packed program', () => {
  let folder: string
  let installed: string
  let dataFolder: string
  let display: Display
  let service: RunningCommand | undefined

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'connector-packed-'))
    dataFolder = join(folder, 'data')
    mkdirSync(dataFolder)
    installed = await packDesktop(await buildDesktop(), folder)
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
    if (folder) rmSync(folder, { recursive: true, force: true })
  })

  test('starts from its archive alone, and shows the page of the service that runs', async () => {
    const product = join(installed, 'resources/app.asar')
    const { words, environment } = desktopCommand({ product, dataFolder, profile: folder, display: display.name })
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
      const shown = async () => (await listPages(port() ?? said)).find(({ url }) => url.startsWith('app://window/'))
      await waitUntil('the page is shown', async () => (await shown())?.title.includes('Directory Connector') === true)
      const page = await shown()
      const asked = "fetch('/api/overview').then(async (answer) => (await answer.json()).result.data.light.kind)"
      expect(page && (await evaluateInPage(page, asked))).toBe('not-set-up')
    } finally {
      child.kill('SIGKILL')
      if (child.exitCode === null) await once(child, 'exit')
    }
  })

  test('brings the command line, and one binary of SQLite', () => {
    expect(existsSync(join(installed, 'resources/bin/directory-connector'))).toBe(true)
    expect(existsSync(join(installed, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds'))).toBe(true)
  })
})
