import type { Event } from '../model/event.ts'
import type { Finding } from '../model/finding.ts'
import type { PlanHeader } from '../model/plan.ts'
import type { Run } from '../model/run.ts'
import type { PlanReport } from '../report/planReport.ts'
import type { Settings } from '../settings/schema.ts'
import type { EventFilter } from '../state/state.ts'
import type { SyncResult } from '../sync.ts'
import type { Explanation } from './explanation.ts'

/**
 * Everything that can be asked of a connector with a data folder: the one contract of window, browser and command
 * line. Each method throws ConnectorError for what an administrator can mend.
 */
export interface Connector {
  /** Tries both sides: name, TLS, bind, rights, bases, permissions. Never throws for what it finds. */
  check(): Promise<readonly Finding[]>
  /** Plans, writes nothing. With settings that are not saved yet the plan shows what they would change. */
  dryRun(unsaved?: Settings): Promise<SyncResult>
  /** A dry run and its plan applied in one, unless a guard halts it. */
  syncFull(): Promise<SyncResult>
  /** Executes exactly a stored plan; `approved` names the halting reasons that a person accepts. */
  apply(planId: number, approved: readonly string[]): Promise<SyncResult>
  plans(): readonly PlanHeader[]
  /** A stored plan with a way to walk through it; nothing is held in memory. */
  plan(id: number): PlanReport
  runs(): readonly Run[]
  run(id: number): Run
  events(filter: EventFilter): Iterable<Event>
  /** The way of one entry, given by e-mail or DN, through every decision (DC-43). */
  explain(who: string): Promise<Explanation>
  /** What an expression gives for a real user (DC-23). */
  evaluate(expression: string, who: string): Promise<string>
  close(): Promise<void>
}
