import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { app, type BrowserWindow, protocol, session } from 'electron'
import { findService } from '../service/findService.ts'
import { readServiceFile } from '../service/serviceFile.ts'
import { confirmQuit } from './confirmQuit.ts'
import type { CommandChannel, DesktopCommand, UpdateChannel, UpdateNews } from './desktopBridge.ts'
import type { DesktopOptions } from './desktopOptions.ts'
import { desktopTexts as texts } from './desktopTexts.ts'
import { followService } from './followService.ts'
import { guardContents } from './guardContents.ts'
import { notifyOfRun } from './notifyOfRun.ts'
import { openWindow } from './openWindow.ts'
import { pageScheme } from './pageScheme.ts'
import { relayToService } from './relayToService.ts'
import { saveDownloads } from './saveDownloads.ts'
import { servePage } from './servePage.ts'
import { keepService, type ServiceKeeper } from './serviceKeeper.ts'
import { servicePath } from './servicePath.ts'
import type { ServiceView } from './serviceView.ts'
import { showMenu } from './showMenu.ts'
import { type ShownTray, showTray } from './showTray.ts'
import { startOwnService } from './startOwnService.ts'
import type { KeptUpdated } from './updates/keepUpdated.ts'
import { startUpdates } from './updates/startUpdates.ts'

const channel: CommandChannel = 'desktop-command'
const updateChannel: UpdateChannel = 'desktop-updates'
const startAgainMilliseconds = 5000
/** How long the first requests of the page wait for a service that is just being started. */
const startMilliseconds = 8000
const startLookMilliseconds = 50

/** Runs until a person quits, or closes the window of a service that needs none. */
export function openDesktop(options: DesktopOptions): void {
  const { dataFolder } = options
  const out = join(app.getAppPath(), 'out')
  const icons = join(out, 'resources', 'icons')
  const windowIcon = join(icons, 'window.png')
  const leaving = new AbortController()
  let window: BrowserWindow | null = null
  let keeper: ServiceKeeper | null = null
  let tray: ShownTray | null = null
  let view: ServiceView = { kind: 'absent', trouble: null }
  let updates: KeptUpdated | null = null
  let updateNews: UpdateNews = { kind: 'looking' }
  let updateSetting: 'on' | 'off' = 'off'
  let phase: 'open' | 'quitting' | 'gone' = 'open'

  const open = (): BrowserWindow => {
    if (window !== null) {
      bringToFront(window)
      return window
    }
    const opened = openWindow({ icon: windowIcon, onClose, failed: fail })
    window = opened
    opened.webContents.on('did-finish-load', tellUpdates)
    opened.once('closed', () => {
      window = null
    })
    return opened
  }
  const tellUpdates = () => window?.webContents.send(updateChannel, updateNews)
  const command = (chosen: DesktopCommand) => {
    const { webContents } = open()
    const tell = () => webContents.send(channel, chosen)
    if (webContents.isLoading()) webContents.once('did-finish-load', tell)
    else tell()
  }
  const onClose = (): 'hide' | 'close' => {
    if (phase !== 'open' || (keeper?.whose !== 'own' && process.platform !== 'darwin')) return 'close'
    tray?.say(texts.product, texts.stillHere)
    return 'hide'
  }
  const quit = async () => {
    if (phase !== 'open') return
    const own = keeper?.whose === 'own'
    if (own && view.kind === 'present' && view.running !== null && (await confirmQuit(window)) === 'stay') return
    phase = 'quitting'
    updates?.quit()
    leaving.abort()
    await keeper?.stop()
    phase = 'gone'
    app.quit()
  }
  const applyMenu = showMenu({ platform: process.platform, command, quit })
  const seen = (now: ServiceView) => {
    view = now
    tray?.show(now)
    applyMenu(now)
    if (now.kind === 'present') updateSetting = now.overview.installsUpdates ? 'on' : 'off'
    updates?.reconsider()
  }
  const versionTrouble = () =>
    view.kind === 'absent' && view.trouble?.code === 'service-of-another-version' ? view.trouble : null
  const startedAt = Date.now()
  const isStarting = () => Date.now() - startedAt < startMilliseconds && (keeper?.trouble ?? null) === null
  const entrance = {
    async door() {
      const trouble = versionTrouble()
      if (trouble !== null) throw trouble
      // A page that is opened with the service finds it in place.
      while (readServiceFile(dataFolder) === null && isStarting()) await sleep(startLookMilliseconds)
      return readServiceFile(dataFolder)
    },
    trouble: () => keeper?.trouble ?? null,
  }

  app.setAppUserModelId('org.directory-connector.desktop')
  app.on('second-instance', open)
  app.on('activate', open)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' && keeper?.whose !== 'own') void quit()
  })
  // Whatever asks to quit (the system, a signal, the last window): a service of our own is ended first.
  app.on('before-quit', (event) => {
    if (phase === 'gone') return
    event.preventDefault()
    void quit()
  })
  app
    .whenReady()
    .then(async () => {
      guardContents(session.defaultSession)
      saveDownloads(session.defaultSession)
      protocol.handle(pageScheme, (request) =>
        servicePath(request.url) ? relayToService(entrance, request) : servePage(join(out, 'renderer'), request.url),
      )
      seen(view)
      if (options.begin === 'window') open()
      tray = showTray(icons, { open, command, quit })
      keeper = await keepService({
        isThere: async () => (await findService(dataFolder)) !== null,
        start: () => startOwnService({ program: join(out, 'main', 'service.js'), dataFolder, node: options.node }),
        pauseMilliseconds: startAgainMilliseconds,
      })
      updates = startUpdates({
        setting: () => updateSetting,
        service: () => keeper?.whose ?? 'other',
        tell: (news) => {
          updateNews = news
          tellUpdates()
        },
      })
      await followService({
        dataFolder,
        seen,
        ended: (run) => window?.isFocused() !== true && notifyOfRun(run, windowIcon, () => command('show-runs')),
        signal: leaving.signal,
      })
    })
    .catch(fail)
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function fail(error: unknown): void {
  console.error(texts.cannotOpen, error)
  app.exit(1)
}
