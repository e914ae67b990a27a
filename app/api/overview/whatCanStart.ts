import { assertNever } from '../../model/assertNever.ts'
import { ConnectorError } from '../../model/error.ts'
import type { Settings } from '../../settings/schema.ts'
import { planSettingsDigest } from '../../settings/settingsDigest.ts'
import { checkNotPaused } from '../../stages/checkNotPaused.ts'
import { requireSnapshot } from '../../stages/requireSnapshot.ts'
import type { State } from '../../state/state.ts'
import type { PresentSettings } from '../configuration/presentSettings.ts'
import { refusalOf } from '../plans/refusalOf.ts'
import type { Overview, Possible } from './overview.ts'

/** How many plans are looked through for one that was made with the present settings. */
const lookedThrough = 50

/** Where what is refused is mended. */
const pages: Readonly<Record<string, string>> = {
  'no-full-sync': '/plans',
  'settings-changed': '/plans',
  'no-dry-run': '/plans',
}

/** What a run of each kind would be refused for, by the same checks that the runs make. */
export async function whatCanStart(state: State, present: PresentSettings): Promise<Overview['can']> {
  switch (present.kind) {
    case 'none':
      return all({
        possible: false,
        why: 'Nothing is set up yet.',
        remedy: 'Go through the first steps: sign in, bind a domain, choose objects.',
        page: '/start',
      })
    case 'broken': {
      const { message, remedy } = present.error
      return all({ possible: false, why: message, remedy, page: '/configure/general' })
    }
    case 'there': {
      const { settings } = present
      return {
        dryRun: { possible: true },
        full: await unless(() => requireDryRun(state, settings)),
        incremental: await unless(() => {
          requireSnapshot({ state, settings })
          checkNotPaused({ state })
        }),
      }
    }
    default:
      return assertNever(present)
  }
}

function all(one: Possible): Overview['can'] {
  return { dryRun: one, full: one, incremental: one }
}

async function unless(check: () => void): Promise<Possible> {
  const refusal = await refusalOf(check)
  if (refusal === null) return { possible: true }
  const { message: why, remedy, code } = refusal
  return { possible: false, why, remedy, page: pages[code] ?? null }
}

/**
 * Somebody has looked at a plan of the present settings before they are applied to everybody (DC-42).
 * @throws ConnectorError (side settings) `no-dry-run`
 */
function requireDryRun(state: State, settings: Settings): void {
  const digest = planSettingsDigest(settings)
  if (state.snapshot()?.settingsDigest === digest) return
  const isOfEverything = new Set(['full', 'snapshot'])
  const plans = state.plans.list(lookedThrough)
  if (plans.some(({ settingsDigest, basis }) => settingsDigest === digest && isOfEverything.has(basis.kind))) return
  throw new ConnectorError({
    side: 'settings',
    code: 'no-dry-run',
    message: 'No dry run was made with the present settings yet.',
    remedy: 'Make one, and look at what would change.',
  })
}
