import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeWithService } from '../services/describeWithService.ts'
import { run } from '../services/run.ts'
import { waitUntil } from '../services/waitUntil.ts'
import { buildDesktop } from './buildDesktop.ts'
import { type Desktop, startDesktop } from './startDesktop.ts'
import { type Display, startDisplay } from './startDisplay.ts'
import { startUpdateFeed, type UpdateFeed } from './startUpdateFeed.ts'

jest.setTimeout(120_000)

const root = join(import.meta.dirname, '../..')

/** As near to Windows as Linux comes: the updater for Windows itself, with a PowerShell and an elevation that are scripts. */
describeWithService('Electron', 'An update for Windows', () => {
  let folder: string
  let product: string
  let resources: string
  let display: Display
  let feed: UpdateFeed
  let desktop: Desktop | undefined

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'connector-signed-'))
    product = await buildDesktop()
    const words = ['build', '--config', join(root, 'test/desktop/vite.askPlace.ts'), '--logLevel', 'error']
    await run(join(root, 'node_modules/.bin/node'), [
      join(root, 'node_modules/vite/bin/vite.js'),
      ...words,
      '--outDir',
      folder,
    ])
    feed = await startUpdateFeed()
    feed.version = '99.0.0'
    resources = join(folder, 'resources')
    mkdirSync(resources)
    writeFileSync(
      join(resources, 'app-update.yml'),
      `provider: generic\nurl: ${feed.url}\nupdaterCacheDirName: connector-updater\npublisherName: [Example GmbH]\n`,
    )
    writeScript(join(resources, 'elevate.exe'), `printf '%s\\n' "$@" > '${join(folder, 'installed.txt')}'`)
    const powerShell = join(folder, 'System32\\WindowsPowerShell\\v1.0\\powershell.exe')
    writeScript(powerShell, `sed "s|@FILE@|$CONNECTOR_UPDATE|" '${join(folder, 'signature.json')}'`)
    display = await startDisplay()
  })
  afterEach(async () => {
    await desktop?.kill()
  })
  afterAll(async () => {
    await display?.stop()
    await feed?.stop()
    if (folder) rmSync(folder, { recursive: true, force: true })
  })

  const start = async (profile: string) => {
    desktop = await startDesktop({
      product,
      dataFolder: join(folder, profile, 'data'),
      profile: join(folder, profile),
      display: display.name,
      environment: { SystemRoot: folder, XDG_CACHE_HOME: join(folder, profile, 'cache') },
    })
    return desktop
  }
  const signature = (words: Readonly<Record<string, string>> | null) => {
    const said = {
      status: 'Valid',
      file: '@FILE@',
      subject: 'CN=Example GmbH, C=DE',
      commonName: 'Example GmbH',
      ...words,
    }
    writeFileSync(join(folder, 'signature.json'), words === null ? '' : JSON.stringify(said))
  }
  /** What becomes of the version that is published, and of what was fetched when the program quits. */
  const fetch = ({ app }: Desktop, atQuit: 'install' | 'leave') =>
    app.evaluate(
      async ({ app: program }, [module, resourcesPath, then]) => {
        Object.defineProperties(program, { isPackaged: { get: () => true, configurable: true } })
        Object.defineProperties(process, { resourcesPath: { value: resourcesPath, configurable: true } })
        const updater = process.mainModule?.require(module).askPlace('windows-installer')
        const found = await updater.look()
        const trouble = await updater.fetch().then(
          () => 'none',
          (error: Error) => error.message,
        )
        updater.atQuit(then)
        return { found, trouble }
      },
      [join(folder, 'askPlace.cjs'), resources, atQuit] as const,
    )
  const quit = async ({ app, ended }: Desktop) => {
    await app.evaluate(({ app: program }) => setTimeout(() => program.quit(), 0))
    await ended
  }
  const fetched = (profile: string) => readdirSync(join(folder, profile, 'cache/connector-updater/pending'))

  test.each([
    ['PowerShell says nothing', null, /did not say who has signed it/],
    ['it is not signed', { status: 'NotSigned' }, /its signature is NotSigned/],
    ['somebody else has signed it', { commonName: 'Mallory', subject: 'CN=Mallory' }, /it is signed by CN=Mallory/],
  ] as const)('is thrown away where %s', async (_case, words, trouble) => {
    signature(words)
    const started = await start('refused')
    expect(await fetch(started, 'install')).toEqual({ found: '99.0.0', trouble: expect.stringMatching(trouble) })
    expect(fetched('refused')).toEqual([])
    await quit(started)
    expect(existsSync(join(folder, 'installed.txt'))).toBe(false)
  })

  test('is installed when the program has quit, where the publisher has signed it', async () => {
    signature({})
    const started = await start('accepted')
    expect(await fetch(started, 'install')).toEqual({ found: '99.0.0', trouble: 'none' })
    expect(existsSync(join(folder, 'installed.txt'))).toBe(false)
    await quit(started)
    await waitUntil('it is installed', () => existsSync(join(folder, 'installed.txt')))
    const installer = join(folder, 'accepted/cache/connector-updater/pending/Setup-99.exe')
    await waitUntil('the words are there', () => installedWith().includes('/S'))
    expect(installedWith()).toEqual([installer, '--updated', '/S'])
    rmSync(join(folder, 'installed.txt'))
  })

  test('stays where it is, when it is not to be installed any more', async () => {
    signature({})
    const started = await start('left')
    expect(await fetch(started, 'leave')).toEqual({ found: '99.0.0', trouble: 'none' })
    await quit(started)
    expect(existsSync(join(folder, 'installed.txt'))).toBe(false)
  })

  const installedWith = () => readFileSync(join(folder, 'installed.txt'), 'utf8').trim().split('\n')
})

function writeScript(file: string, text: string): void {
  writeFileSync(file, `#!/bin/sh\n${text}\n`, { mode: 0o755 })
}
