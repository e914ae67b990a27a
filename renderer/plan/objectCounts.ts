import type { PlanSummary } from '../../app/api/plans/planBrowser.ts'
import type { ChangeKind } from '../../app/model/change.ts'
import type { PlanHeader } from '../../app/model/plan.ts'
import { counted, listed, shownNumber } from '../texts/counting.ts'
import { texts } from '../texts/texts.ts'

/** `17 people and 2 groups`: what a plan has in one tab, over all kinds; empty for nothing. */
export function objectsIn({ kinds }: Pick<PlanSummary, 'kinds'>, tab: string): string {
  return listed(
    kinds.flatMap(({ kind, tabs }) => {
      const count = tabs.find(({ name }) => name === tab)?.count ?? 0
      const [one, several] = texts.plan.objectsOf[kind]
      return count > 0 ? [counted(count, one, several)] : []
    }),
  )
}

const changeKinds: readonly ChangeKind[] = ['create', 'update', 'deactivate', 'reactivate', 'delete']

/** `412 added, 9 changed`: what a plan changes, in a few words, over all kinds. */
export function changesInShort({ counts }: Pick<PlanHeader, 'counts'>): string {
  const { short, nothing } = texts.plan.others
  const parts = changeKinds.flatMap((change) => {
    const sum = Object.values(counts).reduce((total, of) => total + of[change], 0)
    return sum > 0 ? [`${shownNumber(sum)} ${short[change]}`] : []
  })
  return parts.length > 0 ? parts.join(', ') : nothing
}
