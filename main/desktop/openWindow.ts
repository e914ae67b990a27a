import { join } from 'node:path'
import { app, BrowserWindow, screen } from 'electron'
import { desktopTexts } from './desktopTexts.ts'
import { startPage } from './pageScheme.ts'
import { keepWindowPlace, placeOnScreens, readWindowPlace, smallestWindow } from './windowPlace.ts'

export interface WindowOptions {
  readonly icon: string
  /** Asked when a person closes the window. */
  onClose(): 'hide' | 'close'
  failed(error: unknown): void
}

/**
 * Opens the window where it was left. It shows the built page and nothing else: the page has no Node, and runs in a
 * sandbox and a world of its own.
 */
export function openWindow({ icon, onClose, failed }: WindowOptions): BrowserWindow {
  const placeFile = join(app.getPath('userData'), 'window.json')
  const left = readWindowPlace(placeFile)
  const main = screen.getPrimaryDisplay()
  const screens = [main, ...screen.getAllDisplays().filter(({ id }) => id !== main.id)].map(({ workArea }) => workArea)
  const window = new BrowserWindow({
    ...placeOnScreens(left, screens),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: desktopTexts.product,
    icon,
    webPreferences: {
      preload: join(app.getAppPath(), 'out', 'main', 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  if (left?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', (event) => {
    keepWindowPlace(placeFile, { ...window.getNormalBounds(), maximized: window.isMaximized() })
    if (onClose() === 'close') return
    event.preventDefault()
    window.hide()
  })
  window.loadURL(startPage).catch(failed)
  return window
}
