import type { MenuItemConstructorOptions } from 'electron'
import type { Possible } from '../../app/api/overview/overview.ts'
import type { DesktopCommand } from './desktopBridge.ts'
import { desktopTexts as texts } from './desktopTexts.ts'
import type { ServiceView } from './serviceView.ts'

export interface AppMenuOptions {
  readonly view: ServiceView
  readonly platform: NodeJS.Platform
  command(command: DesktopCommand): void
  quit(): void
}

type Item = MenuItemConstructorOptions

/**
 * The menu of the window (DC-91) with its keys (DC-92). What cannot be done now is grey and says why. Where the page has
 * to ask or to show something, it does: an entry only tells it what was chosen.
 */
export function appMenu({ view, platform, command, quit }: AppMenuOptions): Item[] {
  const { actions, help } = texts
  const tells = (label: string, chosen: DesktopCommand, further: Item = {}): Item => ({
    id: chosen,
    label,
    click: () => command(chosen),
    ...further,
  })
  const control = view.kind === 'present' ? view.overview.control : null
  const can = view.kind === 'present' ? view.overview.can : null
  const needsService = (label: string): Item => (control === null ? grey(label, texts.why.absent) : { label })
  const mode = (label: string, chosen: 'mode-automatic' | 'mode-manual', which: 'automatic' | 'manual'): Item =>
    tells(label, chosen, { type: 'radio', checked: control?.mode === which, ...needsService(label) })
  return [
    ...(platform === 'darwin' ? ([{ role: 'appMenu' }, { role: 'editMenu' }] satisfies Item[]) : []),
    {
      label: actions.menu,
      submenu: [
        {
          id: 'sync-now',
          label: actions.syncNow,
          submenu: [
            tells(actions.incremental, 'sync-incremental', possible(actions.incremental, can?.incremental)),
            tells(actions.full, 'sync-full', possible(actions.full, can?.full)),
          ],
        },
        {
          id: 'mode',
          label: actions.mode,
          submenu: [
            mode(actions.automatic, 'mode-automatic', 'automatic'),
            mode(actions.manual, 'mode-manual', 'manual'),
          ],
        },
        control !== null && control.pausedAt !== null
          ? tells(actions.resume, 'resume')
          : tells(actions.pause, 'pause', needsService(actions.pause)),
        { id: 'reset-secret', ...grey(actions.resetSecret, texts.why.notBuilt) },
        tells(actions.dryRun, 'dry-run', possible(actions.dryRun, can?.dryRun)),
        tells(actions.troubleshooting, 'show-events'),
        { type: 'separator' },
        tells(actions.refresh, 'refresh', { accelerator: 'F5' }),
        { type: 'separator' },
        { id: 'exit', label: actions.exit, click: quit, ...(platform !== 'win32' && { accelerator: 'CmdOrCtrl+Q' }) },
      ],
    },
    viewMenu(),
    {
      label: help.menu,
      role: 'help',
      submenu: [
        tells(help.help, 'show-help', { accelerator: 'F1' }),
        tells(help.about, 'show-about'),
        tells(help.faq, 'show-faq'),
      ],
    },
  ]
}

function viewMenu(): Item {
  const { menu, larger, smaller, normal, fullScreen } = texts.view
  return {
    label: menu,
    submenu: [
      { label: larger, role: 'zoomIn', accelerator: 'CmdOrCtrl+Plus' },
      // The same key without Shift, and the one on the number pad.
      { label: larger, role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
      {
        label: larger,
        role: 'zoomIn',
        accelerator: 'CmdOrCtrl+numadd',
        visible: false,
        acceleratorWorksWhenHidden: true,
      },
      { label: smaller, role: 'zoomOut', accelerator: 'CmdOrCtrl+-' },
      {
        label: smaller,
        role: 'zoomOut',
        accelerator: 'CmdOrCtrl+numsub',
        visible: false,
        acceleratorWorksWhenHidden: true,
      },
      { label: normal, role: 'resetZoom', accelerator: 'CmdOrCtrl+0' },
      { type: 'separator' },
      { label: fullScreen, role: 'togglefullscreen' },
    ],
  }
}

function possible(label: string, can: Possible | undefined): Item {
  if (can === undefined) return grey(label, texts.why.absent)
  return can.possible ? { label } : grey(label, can.why.replace(/\.$/, ''))
}

function grey(label: string, why: string): Item {
  return { label: `${label} (${why.replaceAll('&', '&&')})`, enabled: false }
}
