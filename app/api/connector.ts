import type { Event } from '../model/event.ts'
import type { Finding } from '../model/finding.ts'
import type { PlanHeader } from '../model/plan.ts'
import type { Run } from '../model/run.ts'
import type { SetAside } from '../model/setAside.ts'
import type { SnapshotHeader } from '../model/snapshotHeader.ts'
import type { PlanReport } from '../report/planReport.ts'
import type { Settings, SettingsInput } from '../settings/schema.ts'
import type { Control, EventFilter } from '../state/state.ts'
import type { SyncResult } from '../sync.ts'
import type { AvatarTrial } from './avatar/avatarTrial.ts'
import type { Configuration } from './configuration/configuration.ts'
import type { DirectoryBrowser, LiveCheck } from './directory/directoryBrowser.ts'
import type { EventPage, EventQuery } from './events/eventQuery.ts'
import type { Explanation } from './explain/explanation.ts'
import type { KnownObject } from './explain/knownObject.ts'
import type { Overview } from './overview/overview.ts'
import type { PlanBrowser } from './plans/planBrowser.ts'

export interface DryRunOptions {
  /** Settings that are not saved yet: the plan shows what they would change. */
  readonly unsaved?: Settings
  /**
   * `snapshot`: plan from what is held of the directory, brought up to date by its changes (DC-53). Refused
   * (`snapshot-lacks`) when the settings need what is not held.
   */
  readonly from?: 'directory' | 'snapshot'
}

/**
 * Everything that can be asked of a connector with a data folder: the one contract of window, browser and command
 * line. Each method throws ConnectorError for what an administrator can mend.
 */
export interface Connector {
  /** Tries both sides: name, TLS, bind, rights, bases, permissions. Never throws for what it finds. */
  check(): Promise<readonly Finding[]>
  /** The same, each finding as soon as it is there, of one side, with a draft that need not be saved (null: the saved settings). */
  checkLive(side: LiveCheck['side'], draft: SettingsInput | null): AsyncIterable<LiveCheck>
  /** Plans, writes nothing. */
  dryRun(options?: DryRunOptions): Promise<SyncResult>
  /** A dry run and its plan applied in one, unless a guard halts it. */
  syncFull(): Promise<SyncResult>
  /**
   * Reads what changed since the last applied run, plans for the objects concerned, and applies that, unless a guard
   * halts it (DC-50, DC-52). Refused before the first full sync (`no-full-sync`), after a change of settings that matter
   * to a plan (`settings-changed`), and while the schedule is paused (`paused`).
   */
  syncIncremental(): Promise<SyncResult>
  /**
   * Reads one entry, given by e-mail or DN, plans for it alone, and applies that, unless a guard halts it. Refused as
   * `syncIncremental`, but for the pause; for who is not selected (`not-selected`, with why), not there (`no-such-entry`),
   * or not the only one (`several-entries`).
   */
  syncOnly(who: string): Promise<SyncResult>
  /** Plans to take back what a run has done (DC-58); `apply` executes that plan like any other. */
  undo(runId: number): Promise<SyncResult>
  /** Executes exactly a stored plan; `approved` names the halting reasons that a person accepts. */
  apply(planId: number, approved: readonly string[]): Promise<SyncResult>
  /** How all is, for one glance. */
  overview(): Promise<Overview>
  plans(): readonly PlanHeader[]
  /** A stored plan with a way to walk through it; nothing is held in memory. */
  plan(id: number): PlanReport
  /** The same, a part at a time. */
  readonly planBrowser: PlanBrowser
  /** Newest first; all of them, or so many. */
  runs(limit?: number): readonly Run[]
  run(id: number): Run
  /** What is held of the directory, and the watermark to go on from; null before the first full sync. */
  snapshot(): SnapshotHeader | null
  setAside(): readonly SetAside[]
  /** Makes objects that were set aside due for the next run; returns how many. */
  retrySetAside(name: string | 'all'): number
  control(): Control
  pause(): Control
  resume(): Control
  setMode(mode: Control['mode']): Control
  events(filter: EventFilter): Iterable<Event>
  eventPage(query: EventQuery): EventPage
  /** Objects in the store whose name, display name or DN holds a text, those that begin with it first. */
  known(text: string, limit: number): readonly KnownObject[]
  readonly configuration: Configuration
  readonly directory: DirectoryBrowser
  /** The way of one entry, given by e-mail or DN, through every decision (DC-43). */
  explain(who: string): Promise<Explanation>
  /** What an expression gives for a real user (DC-23). */
  evaluate(expression: string, who: string): Promise<string>
  /**
   * The picture of a real user as the settings find it (DC-71). Throws ConnectorError for every reason not to take it (see
   * `PictureProblemCode`), and `no-avatar-settings` (side settings).
   */
  tryAvatar(who: string): Promise<AvatarTrial>
  close(): Promise<void>
}
