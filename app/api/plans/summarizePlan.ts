import { changesIn } from '../../model/changesIn.ts'
import { type ObjectKind, objectKinds, plural } from '../../model/objectKind.ts'
import type { PlanHeader } from '../../model/plan.ts'
import { countsAfter } from '../../report/confirmedCounts.ts'
import { haltTabs } from '../../report/haltTabs.ts'
import { kindWords } from '../../report/kindWords.ts'
import { overCaps } from '../../report/overCaps.ts'
import { partOfTab } from '../../report/partOfTab.ts'
import { planTabs } from '../../report/planTabs.ts'
import { summarySentence } from '../../report/summarySentence.ts'
import type { State } from '../../state/state.ts'
import { confirmedChanges } from './confirmedChanges.ts'
import type { PlanSummary, PlanTab } from './planBrowser.ts'

/** A stored plan above its rows; nothing is walked through but what is skipped. */
export function summarizePlan(state: State, header: PlanHeader): Omit<PlanSummary, 'applicable'> {
  const counts = countsAfter(header, () => confirmedChanges(state, header))
  const objects = () => state.plans.objects(header.id, 'skipped')
  const kinds = objectKinds.map((kind) => ({ kind, label: kindWords[kind].heading, tabs: tabsOf(state, header, kind) }))
  return {
    header,
    sentence: summarySentence(header, counts, overCaps({ header, objects })),
    changes: changesIn(header.counts),
    kinds: kinds.filter(({ kind, tabs }) => kind === 'user' || tabs.some(({ count }) => count > 0)),
    halted: header.halted.map((halt) => ({ ...halt, ...haltTabs(halt) })),
  }
}

/** Older plans have forgotten who matched, and still know how many there were. */
function tabsOf(state: State, { id, counts }: PlanHeader, kind: ObjectKind): readonly PlanTab[] {
  return planTabs(kind).flatMap(({ name, label, tone, stays }) => {
    const listed = state.planRows.count(id, kind, partOfTab(name))
    const count = name === 'matched' ? counts[plural[kind]].matched : listed
    return stays || count > 0 ? [{ name, label, tone, count, listed }] : []
  })
}
