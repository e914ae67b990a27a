import type { MenuItemConstructorOptions } from 'electron'
import type { DesktopCommand } from './desktopBridge.ts'
import { desktopTexts as texts } from './desktopTexts.ts'
import { type ServiceView, trayLight } from './serviceView.ts'

export interface TrayMenuOptions {
  readonly view: ServiceView
  open(): void
  command(command: DesktopCommand): void
  quit(): void
}

/** The menu of the tray: how all is, and what one wants without looking at the window first. */
export function trayMenu({ view, open, command, quit }: TrayMenuOptions): MenuItemConstructorOptions[] {
  const present = view.kind === 'present' ? view.overview : null
  const paused = present !== null && present.control.pausedAt !== null
  return [
    { label: trayText(view), enabled: false },
    { type: 'separator' },
    { label: texts.tray.open, click: open },
    {
      label: texts.tray.syncNow,
      enabled: present?.can.incremental.possible === true,
      click: () => command('sync-incremental'),
    },
    {
      label: paused ? texts.tray.resume : texts.tray.pause,
      enabled: present !== null,
      click: () => command(paused ? 'resume' : 'pause'),
    },
    { type: 'separator' },
    { label: texts.tray.quit, click: quit },
  ]
}

/** One line; Windows shows at most 127 characters beside the tray. */
export function trayText(view: ServiceView): string {
  const light = trayLight(view)
  const sentence =
    view.kind === 'present' && view.running === null
      ? view.overview.light.sentence
      : view.kind === 'absent' && view.trouble !== null
        ? view.trouble.message
        : texts.light[light]
  return `${texts.product}: ${sentence}`.slice(0, 127)
}
