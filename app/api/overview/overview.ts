import type { Finding } from '../../model/finding.ts'
import type { Counts, PlanHeader } from '../../model/plan.ts'
import type { Run, RunKind, RunStatus } from '../../model/run.ts'
import type { ConfigurationPage, SettingsSentence } from '../../report/settingsSentences.ts'
import type { Settings } from '../../settings/schema.ts'
import type { Control } from '../../state/state.ts'

export type { ConfigurationPage }

/** Whether something can be started now, and else why not, and where that is mended. */
export type Possible =
  | { readonly possible: true }
  | { readonly possible: false; readonly why: string; readonly remedy: string; readonly page: string | null }

/** One ended run, as a chart shows it. */
export interface RunPoint {
  readonly id: number
  readonly kind: RunKind
  readonly status: RunStatus
  /** ISO 8601. */
  readonly startedAt: string
  readonly seconds: number
  readonly added: number
  /** Updated and made active again. */
  readonly changed: number
  /** Made inactive and deleted. */
  readonly removed: number
  readonly failed: number
}

/** How all is, while nothing runs: what the status line says from everywhere. */
export interface Light {
  readonly kind: 'not-set-up' | 'never-synced' | 'equal' | 'changes-waiting' | 'halted' | 'failed' | 'paused'
  /** `Everything is equal.` */
  readonly sentence: string
  /** The page on which one goes on: a path of the window like `/plans/12`; null where there is nothing to do. */
  readonly page: string | null
}

/** What the dashboard shows; from the data folder alone: neither the directory nor the store is asked. */
export interface Overview {
  readonly light: Light
  /** Null before the first start is through. */
  readonly connector: {
    readonly name: string
    readonly directory: { readonly type: Settings['directory']['type']; readonly place: string }
    readonly store: { readonly profile: Settings['store']['profile']; readonly url: string }
    readonly dataFolder: string
  } | null
  /** Whether the desktop program is to install newer versions by itself (DC-95); not before the first start is through. */
  readonly installsUpdates: boolean
  readonly control: Control
  /** How many resources of each kind this connector has in the store; of avatars, pictures that were sent. */
  readonly linked: { readonly [Kind in keyof Counts]: number }
  readonly setAside: number
  /** Errors and warnings in the event log since the last run that succeeded, or of the last day where there is none. */
  readonly troubles: number
  /** ISO 8601; null before the first full sync. */
  readonly fullSyncedAt: string | null
  readonly lastPlan: PlanHeader | null
  /** Newest first; at most 30, without the one that runs. */
  readonly recentRuns: readonly RunPoint[]
  /** The last two that have ended, newest first, with one sentence each about what they did. */
  readonly lastRuns: ReadonlyArray<{ readonly run: Run; readonly sentence: string }>
  readonly can: { readonly dryRun: Possible; readonly full: Possible; readonly incremental: Possible }
  /** The settings in plain words, each with the page that changes it. */
  readonly configuration: readonly SettingsSentence[]
  /** What the settings should make one careful of: certificates that are not verified, connections that are not encrypted. */
  readonly warnings: readonly Finding[]
}
