import { app, type Session } from 'electron'
import { startPage } from './pageScheme.ts'
import { servicePath } from './servicePath.ts'

/** Putting text into the clipboard when a person presses Copy; reading it stays refused. */
const onlyPermission = 'clipboard-sanitized-write'

/**
 * Keeps every page of this program where it is: no other page, window or frame, no web view, no permission but to copy,
 * no device, no network. A report of the service may be navigated to: it comes as a download.
 */
export function guardContents(session: Session): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event, address) => {
      if (!staysHere(address)) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || !staysHere(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === onlyPermission))
  session.setPermissionCheckHandler((_contents, permission) => permission === onlyPermission)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] },
    (_details, answer) => answer({ cancel: true }),
  )
}

function staysHere(address: string): boolean {
  return address === startPage || address.startsWith(`${startPage}#`) || isReport(address)
}

function isReport(address: string): boolean {
  return address.startsWith(startPage) && servicePath(address) === '/api-report'
}
