import { Menu, type MenuItemConstructorOptions } from 'electron'
import { type AppMenuOptions, appMenu } from './appMenu.ts'
import type { ServiceView } from './serviceView.ts'

/** Keeps the menu as the service is. */
export function showMenu(choices: Omit<AppMenuOptions, 'view'>): (view: ServiceView) => void {
  let shown = ''
  return (view) => {
    const template = appMenu({ ...choices, view })
    const look = JSON.stringify(template satisfies MenuItemConstructorOptions[])
    // A menu that is set again while it is open closes.
    if (look === shown) return
    shown = look
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
}
