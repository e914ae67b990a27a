import type { ObjectKind } from '../../model/objectKind.ts'
import type { PlanHeader } from '../../model/plan.ts'
import type { AttributeChange } from '../../report/attributeChanges.ts'
import type { OutcomeWord } from '../../report/outcomeWord.ts'
import type { PlanRowWords } from '../../report/planRow.ts'
import type { PlanDifference } from '../../state/state.ts'

/** One tab of a kind of object: `Added`, `Conflicts`, `Notes`. */
export interface PlanTab {
  /** Stable name for addresses: `all`, `create`, `update`, `deactivate`, `reactivate`, `delete`, `failed`, `conflict`, `skipped`, `mismatched`, `note`, `matched`. */
  readonly name: string
  readonly label: string
  readonly tone: OutcomeWord['tone']
  readonly count: number
  /** How many of them `rows` has: older plans keep only the number of what matched. */
  readonly listed: number
}

/** A stored plan above its rows. */
export interface PlanSummary {
  readonly header: PlanHeader
  /** `412 people would be added, 9 changed. Nothing is deleted. Read complete, 12,411 entries.` */
  readonly sentence: string
  /** How many changes `apply` would carry out. */
  readonly changes: number
  /** Only kinds that have something to show, users always. */
  readonly kinds: ReadonlyArray<{
    readonly kind: ObjectKind
    readonly label: string
    readonly tabs: readonly PlanTab[]
  }>
  /** Each halting reason with how many objects are concerned, and the tab that lists them. */
  readonly halted: ReadonlyArray<{
    readonly name: string
    readonly message: string
    readonly count: number
    readonly kind: ObjectKind | null
    readonly tabs: readonly string[]
  }>
  /** Whether `apply` can be asked for now, and else why not (`applied already`, `a newer plan was applied`, settings changed). */
  readonly applicable:
    | { readonly possible: true }
    | { readonly possible: false; readonly why: string; readonly remedy: string }
}

export interface PlanQuery {
  readonly planId: number
  readonly kind: ObjectKind
  /** The name of a PlanTab. */
  readonly tab: string
  /** Looked for in name and DN without case; empty for everything. */
  readonly search: string
  readonly sort: 'plan' | 'name' | 'dn'
  readonly direction: 'up' | 'down'
  readonly offset: number
  /** At most 500. */
  readonly limit: number
}

export interface PlanRow extends PlanRowWords {
  /** Names the row within its plan: `c12` for change 12, `o7`, `n3`. */
  readonly id: string
}

export interface PlanRows {
  /** How many rows the query has in all. */
  readonly total: number
  readonly rows: readonly PlanRow[]
}

/** One row of a plan with everything that is known of it. */
export interface PlanItemDetail extends PlanRow {
  readonly kind: ObjectKind
  readonly anchor: string | null
  readonly resourceId: string | null
  readonly attributes: readonly AttributeChange[]
  readonly members: {
    readonly add: { readonly count: number; readonly names: readonly string[] }
    readonly remove: { readonly count: number; readonly names: readonly string[] }
  } | null
  /** What the plan notes of the same object. */
  readonly notes: ReadonlyArray<{ readonly attribute: string; readonly problem: string }>
  readonly outcome: { readonly message: string; readonly remedy: string } | null
}

/** Stored plans, for pages that show a part at a time. */
export interface PlanBrowser {
  /** @throws ConnectorError `no-such-plan` */
  summary(planId: number): Promise<PlanSummary>
  /**
   * Fast at 100,000 rows: order and search are kept between pages.
   * @throws ConnectorError `no-such-plan`, `no-such-tab`
   */
  rows(query: PlanQuery): PlanRows
  /** @throws ConnectorError `no-such-plan`, `no-such-row` */
  item(planId: number, id: string): PlanItemDetail
  /** Compares two plans change by change. */
  difference(before: number, after: number): PlanDifference
}
