import { join } from 'node:path'
import { app, type Session } from 'electron'
import { desktopTexts } from './desktopTexts.ts'
import { startPage } from './pageScheme.ts'

/** Whatever is downloaded is asked about in a dialog of the system; only what the page itself offers can be. */
export function saveDownloads(session: Session): void {
  session.on('will-download', (event, item) => {
    const address = item.getURL().replace(/^blob:/, '')
    if (!address.startsWith(startPage)) return event.preventDefault()
    item.setSaveDialogOptions({
      title: desktopTexts.save,
      defaultPath: join(app.getPath('documents'), item.getFilename()),
    })
  })
}
