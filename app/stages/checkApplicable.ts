import { assertNever } from '../model/assertNever.ts'
import { ConnectorError } from '../model/error.ts'
import type { PlanHeader } from '../model/plan.ts'
import { planSettingsDigest } from '../settings/settingsDigest.ts'
import type { SyncParts } from './syncParts.ts'

/**
 * Refuses a plan that can be refused without reading anything.
 * @throws ConnectorError (side connector) `plan-applied`, or (side settings) `plan-of-other-settings`
 */
export function checkApplicable({ settings }: Pick<SyncParts, 'settings'>, plan: PlanHeader): void {
  switch (plan.status) {
    case 'pending':
    case 'halted':
      break
    case 'applied':
    case 'partly-applied':
      throw new ConnectorError({
        side: 'connector',
        code: 'plan-applied',
        message: `Plan ${plan.id} is ${plan.status} already.`,
        remedy:
          plan.basis.kind === 'undo'
            ? `Undo run ${plan.basis.runId} again: that plans what is left to take back.`
            : 'Make a new dry run: it plans what is left to do.',
        place: `plan ${plan.id}`,
      })
    default:
      assertNever(plan.status)
  }
  if (plan.settingsDigest === planSettingsDigest(settings)) return
  throw new ConnectorError({
    side: 'settings',
    code: 'plan-of-other-settings',
    message: `Plan ${plan.id} was made with other settings than those that are saved now.`,
    remedy:
      plan.basis.kind === 'undo'
        ? `Undo run ${plan.basis.runId} again, with the saved settings.`
        : 'Import the settings of that plan, or make a new dry run with the saved ones.',
    place: `plan ${plan.id}`,
  })
}
