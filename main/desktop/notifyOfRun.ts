import { Notification } from 'electron'
import type { Run } from '../../app/model/run.ts'
import { desktopTexts } from './desktopTexts.ts'

/** Tells of a run that was halted or has failed; a click opens the page. */
export function notifyOfRun(run: Run, icon: string, open: () => void): void {
  if (!Notification.isSupported()) return
  const { halted, failed, haltedBody, failedBody } = desktopTexts.notification
  const notification = new Notification({
    title: run.status === 'halted' ? halted(run.id) : failed(run.id),
    body: run.status === 'halted' ? haltedBody : (run.error?.message ?? failedBody),
    icon,
  })
  notification.on('click', open)
  notification.show()
}
