import type { PlanItem } from './planItem.ts'
import type { PlanningData } from './planningData.ts'

/** Gives changes of managers the names that a person knows; ids say nothing to anyone. */
export function* withManagerNames(
  items: Iterable<PlanItem>,
  data: Pick<PlanningData, 'nameOfManager'>,
): Generator<PlanItem> {
  for (const item of items) {
    const { before, after } = item.kind === 'change' ? item.change : { before: null, after: null }
    const from = before?.values?.manager ?? null
    const to = after?.values?.manager ?? null
    if (item.kind !== 'change' || (from === null && to === null)) {
      yield item
      continue
    }
    const nameOf = (value: string | null) => (value === null ? null : data.nameOfManager(value))
    yield { kind: 'change', change: { ...item.change, managerNames: { before: nameOf(from), after: nameOf(to) } } }
  }
}
