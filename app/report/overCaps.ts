import { type ObjectKind, objectKinds, plural } from '../model/objectKind.ts'
import type { PlanReport } from './planReport.ts'

/** Objects that are not created because the store holds no more of their kind. */
export interface OverCap {
  readonly objectKind: ObjectKind
  readonly cap: number
  readonly count: number
}

/** What a plan leaves out because the store is full. Walks through the objects only where some are skipped. */
export function overCaps(report: Pick<PlanReport, 'header' | 'objects'>): readonly OverCap[] {
  const mayBeOver = objectKinds.some((kind) => kind !== 'avatar' && report.header.counts[plural[kind]].skipped > 0)
  const found = new Map<ObjectKind, OverCap>()
  for (const { objectKind, reason } of mayBeOver ? report.objects('skipped') : []) {
    if (reason.kind !== 'over-cap') continue
    found.set(objectKind, { objectKind, cap: reason.cap, count: (found.get(objectKind)?.count ?? 0) + 1 })
  }
  return [...found.values()]
}
