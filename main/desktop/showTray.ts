import { join } from 'node:path'
import { Menu, nativeImage, Tray } from 'electron'
import { type ServiceView, trayLight } from './serviceView.ts'
import { type TrayMenuOptions, trayMenu, trayText } from './trayMenu.ts'

export interface ShownTray {
  show(view: ServiceView): void
  /** Says something once, where the system has a way to. */
  say(title: string, content: string): void
}

/** Puts a light with a menu beside the clock. */
export function showTray(iconFolder: string, choices: Omit<TrayMenuOptions, 'view'>): ShownTray {
  const picture = (view: ServiceView) => nativeImage.createFromPath(join(iconFolder, `tray-${trayLight(view)}.png`))
  let shown: ServiceView = { kind: 'absent', trouble: null }
  const tray = new Tray(picture(shown))
  tray.on('click', choices.open)
  const describe = () => {
    tray.setToolTip(trayText(shown))
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu({ ...choices, view: shown })))
  }
  describe()
  return {
    show(view) {
      // Progress changes nothing here; a menu that is set again while it is open closes.
      const changed = JSON.stringify(lookOf(view)) !== JSON.stringify(lookOf(shown))
      shown = view
      if (!changed) return
      tray.setImage(picture(view))
      describe()
    },
    say(title, content) {
      if (process.platform === 'win32') tray.displayBalloon({ title, content, iconType: 'info' })
    },
  }
}

function lookOf(view: ServiceView) {
  const entries = trayMenu({ view, open() {}, command() {}, quit() {} })
  return [trayLight(view), ...entries.map(({ label, enabled }) => [label, enabled])]
}
