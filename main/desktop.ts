import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, BrowserWindow, net, protocol, session } from 'electron'
import { contentPolicy } from './contentPolicy.ts'
import { pageFile } from './pageFile.ts'

/**
 * The window. It shows the built page and nothing else: the page has no Node, runs in a sandbox of its own world, cannot
 * go elsewhere, and is asked for no permission.
 */
const scheme = 'app'
const startPage = `${scheme}://window/`

protocol.registerSchemesAsPrivileged([
  { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
])

app.on('web-contents-created', (_event, contents) => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event, address) => {
    if (!address.startsWith(startPage)) event.preventDefault()
  })
})
app.on('window-all-closed', () => app.quit())
app.on('activate', () => {
  if (BrowserWindow.getAllWindows().length === 0) openWindow()
})
app.whenReady().then(start, fail)

function start(): void {
  const pageFolder = join(app.getAppPath(), 'out', 'renderer')
  protocol.handle(scheme, ({ url }) => servePage(pageFolder, url))
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  openWindow()
}

function openWindow(): void {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 600,
    show: false,
    title: 'Directory Connector',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(app.getAppPath(), 'out', 'main', 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  window.loadURL(startPage).catch(fail)
}

async function servePage(pageFolder: string, address: string): Promise<Response> {
  const file = pageFile(pageFolder, address)
  if (file === undefined) return new Response('Not found', { status: 404 })
  try {
    const found = await net.fetch(pathToFileURL(file).toString())
    const headers = new Headers(found.headers)
    headers.set('Content-Security-Policy', contentPolicy)
    return new Response(found.body, { status: found.status, headers })
  } catch {
    return new Response('Not found', { status: 404 })
  }
}

function fail(error: unknown): void {
  console.error('The window cannot be opened:', error)
  app.exit(1)
}
