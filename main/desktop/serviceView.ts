import type { Overview } from '../../app/api/overview/overview.ts'
import type { RunningRun } from '../../app/api/overview/serviceStatus.ts'
import { assertNever } from '../../app/model/assertNever.ts'
import type { ConnectorError } from '../../app/model/error.ts'

/** What the main process knows of the service, for tray and menu. */
export type ServiceView =
  | { readonly kind: 'absent'; readonly trouble: ConnectorError | null }
  | { readonly kind: 'present'; readonly overview: Overview; readonly running: RunningRun | null }

/** Each has a picture of its own in resources/icons. */
export type TrayLight = 'equal' | 'running' | 'waiting' | 'halted' | 'failed' | 'absent'

export function trayLight(view: ServiceView): TrayLight {
  if (view.kind === 'absent') return 'absent'
  if (view.running !== null) return 'running'
  const { kind } = view.overview.light
  switch (kind) {
    case 'equal':
    case 'halted':
    case 'failed':
      return kind
    case 'not-set-up':
    case 'never-synced':
    case 'changes-waiting':
    case 'paused':
      return 'waiting'
    default:
      return assertNever(kind)
  }
}
