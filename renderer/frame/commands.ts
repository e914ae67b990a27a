import type { Overview, Possible } from '../../app/api/overview/overview.ts'
import type { RunKind } from '../../app/model/run.ts'
import type { DesktopCommand } from '../../main/desktop/desktopBridge.ts'
import { assertNever } from '../assertNever.ts'
import { texts } from '../texts/texts.ts'
import type { Live } from './LiveService.tsx'

/** Everything that menus, palette, keys and the native menu can ask for. */
export type CommandName = DesktopCommand | 'reset-secret'

export interface CommandGround {
  readonly connection: Live['connection']
  /** What runs; `starting` between the wish and the first word of the service. */
  readonly running: RunKind | 'starting' | null
  /** Undefined until the service has answered. */
  readonly overview: Pick<Overview, 'can' | 'control'> | undefined
}

const { why } = texts.frame
const possible: Possible = { possible: true }

/** Whether a command can be given now, and else why not, and where that is mended (DC-91). */
export function possibilityOf(command: CommandName, { connection, running, overview }: CommandGround): Possible {
  switch (command) {
    case 'refresh':
    case 'show-dashboard':
    case 'show-runs':
    case 'show-events':
    case 'show-help':
    case 'show-about':
    case 'show-faq':
      return possible
    case 'reset-secret':
      return { possible: false, ...why.noSecret, page: '/configure/general' }
    default:
      break
  }
  if (connection === 'lost') return { possible: false, ...why.lost, page: null }
  if (connection === 'signed-out') return { possible: false, ...why.signedOut, page: null }
  if (overview === undefined) return { possible: false, ...why.connecting, page: null }
  const { can, control } = overview
  switch (command) {
    case 'pause':
      return control.pausedAt === null ? possible : { possible: false, ...why.alreadyPaused, page: null }
    case 'resume':
      return control.pausedAt === null ? { possible: false, ...why.notPaused, page: null } : possible
    case 'mode-automatic':
    case 'mode-manual':
      return `mode-${control.mode}` === command ? { possible: false, ...why.modeAlready, page: null } : possible
    case 'dry-run':
      return unlessRunning(running, can.dryRun)
    case 'sync-full':
      return unlessRunning(running, can.full)
    case 'sync-incremental':
      return unlessRunning(running, can.incremental)
    default:
      return assertNever(command)
  }
}

function unlessRunning(running: CommandGround['running'], can: Possible): Possible {
  if (running === null) return can
  const reason = running === 'starting' ? why.starting : why.running(texts.runKinds[running])
  return { possible: false, ...reason, page: running === 'starting' ? null : '/' }
}

/** A line of a menu; `key` is the letter that chooses it while the menu is open (DC-92). */
export type MenuLine =
  | { readonly kind: 'command'; readonly command: CommandName; readonly key: string }
  | {
      readonly kind: 'menu'
      readonly name: 'syncNow' | 'mode'
      readonly key: string
      readonly lines: ReadonlyArray<{
        readonly command: keyof typeof texts.frame.shortCommands
        readonly key: string
      }>
    }

export interface MenuOfCommands {
  readonly name: 'actions' | 'help'
  /** Together with Alt opens it. */
  readonly key: string
  readonly lines: readonly MenuLine[]
}

const line = (command: CommandName, key: string): MenuLine => ({ kind: 'command', command, key })

/** The menus as they are in the native menu of the window too (DC-91, DC-92). */
export function menusOf(control: Overview['control'] | undefined): readonly MenuOfCommands[] {
  const isPaused = control !== undefined && control.pausedAt !== null
  return [
    {
      name: 'actions',
      key: 'a',
      lines: [
        {
          kind: 'menu',
          name: 'syncNow',
          key: 's',
          lines: [
            { command: 'sync-incremental', key: 'i' },
            { command: 'sync-full', key: 'f' },
          ],
        },
        line('dry-run', 'd'),
        {
          kind: 'menu',
          name: 'mode',
          key: 'm',
          lines: [
            { command: 'mode-automatic', key: 'a' },
            { command: 'mode-manual', key: 'm' },
          ],
        },
        isPaused ? line('resume', 'u') : line('pause', 'p'),
        line('reset-secret', 'r'),
        line('show-events', 't'),
        line('refresh', 'f'),
      ],
    },
    { name: 'help', key: 'h', lines: [line('show-help', 'h'), line('show-about', 'a'), line('show-faq', 'f')] },
  ]
}

/** Where a command that only leads somewhere leads; null for those that do something. */
export function pageOfCommand(command: CommandName): string | null {
  switch (command) {
    case 'show-dashboard':
      return '/'
    case 'show-runs':
      return '/runs'
    case 'show-events':
      return '/events'
    case 'show-help':
      return '/help'
    case 'show-about':
      return '/help/about'
    case 'show-faq':
      return '/help/faq'
    default:
      return null
  }
}
